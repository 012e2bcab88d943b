using System.Text.Json;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>The library links that an npm package cannot hold and lists in a file instead.</summary>
internal sealed class PostgresLinks(string folder)
{
    /// <returns>Whether all links are there; a folder that cannot be written keeps the gaps.</returns>
    public bool TryCreate()
    {
        try
        {
            Create();
            return true;
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    public void Create()
    {
        var list = Path.Combine(folder, "pg-symlinks.json");

        if (!File.Exists(list))
        {
            return;
        }

        // The paths in the list begin with the name that the folder has in its package.
        var links = JsonSerializer.Deserialize<List<Link>>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];

        foreach (var link in links)
        {
            var path = Path.Combine(folder, Path.GetRelativePath("native", link.Target));

            if (!File.Exists(path))
            {
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(link.Target)!, link.Source));
            }
        }
    }

    private sealed record Link(string Source, string Target);
}
