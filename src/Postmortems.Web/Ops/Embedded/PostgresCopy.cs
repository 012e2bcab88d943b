namespace Postmortems.Web.Ops.Embedded;

/// <summary>Copies the server to where an account without rights of its own can run it.</summary>
internal static class PostgresCopy
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Runnable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const string Prefix = "server-";

    /// <summary>Made once for each version; the copy gets its name when it is whole.</summary>
    public static string Of(string from, string home, string version)
    {
        var copy = Path.Combine(home, Prefix + version);

        if (!Directory.Exists(copy))
        {
            var making = $"{copy}.{Path.GetRandomFileName()}{Cluster.Making}";
            CopyFolder(new DirectoryInfo(from), making);
            PostgresLinks.Create(making);
            Directory.Move(making, copy);
        }

        return copy;
    }

    private static void CopyFolder(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        Allow(to, Runnable);

        foreach (var file in from.EnumerateFiles().Where(file => file.LinkTarget is null))
        {
            var copy = file.CopyTo(Path.Combine(to, file.Name)).FullName;
            Allow(copy, from.Name == "bin" ? Runnable : Readable);
        }

        foreach (var link in from.EnumerateFiles().Where(file => file.LinkTarget is not null))
        {
            File.CreateSymbolicLink(Path.Combine(to, link.Name), link.LinkTarget!);
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            CopyFolder(folder, Path.Combine(to, folder.Name));
        }
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
