namespace Postmortems.Web.Ops.Embedded;

/// <summary>Copies the server to where an account without rights of its own can run it.</summary>
internal static class PostgresCopy
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Runnable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>All or nothing: the copy gets its name when it is whole.</summary>
    public static void Make(string from, string to)
    {
        var making = $"{to}.{Path.GetRandomFileName()}.making";
        CopyFolder(new DirectoryInfo(from), making);
        new PostgresLinks(making).Create();
        Directory.Move(making, to);
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
