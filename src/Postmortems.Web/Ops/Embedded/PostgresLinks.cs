using System.Text.Json;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>The library links that an npm package cannot hold and lists in a file instead.</summary>
internal static class PostgresLinks
{
    public static void TryCreate(string folder)
    {
        try
        {
            Create(folder);
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            // The folder is read-only. If links are missing, the server does not run from it and is copied.
        }
    }

    public static void Create(string folder)
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
