namespace Postmortems.Tests.Testing;

/// <summary>Where the sources stand, for what the build puts beside them.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Postmortems.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run the tests inside the source tree.");
    }
}
