namespace Postmortems.Web.Ops.Embedded;

/// <summary>What the server wrote since a start began, in the log of the start and in its own.</summary>
internal sealed class PostgresLog
{
    private const string Fatal = "FATAL:";

    private readonly EmbeddedFolders folders;
    private readonly Dictionary<string, long> lengths;

    private PostgresLog(EmbeddedFolders folders)
    {
        this.folders = folders;
        lengths = Files().ToDictionary(file => file, file => new FileInfo(file).Length);
    }

    public static PostgresLog Begin(EmbeddedFolders folders)
    {
        File.Delete(folders.StartLog);
        return new PostgresLog(folders);
    }

    /// <summary>Why the server did not start, in its own words.</summary>
    public string? Refusal() => Files()
        .SelectMany(NewLines)
        .Where(line => line.Contains(Fatal, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(Fatal, StringComparison.Ordinal) + Fatal.Length)..].Trim())
        .FirstOrDefault();

    private List<string> Files() =>
        Directory.EnumerateFiles(folders.Logs).Prepend(folders.StartLog).Where(File.Exists).ToList();

    private string[] NewLines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var seen = lengths.GetValueOrDefault(file);
        stream.Position = seen <= stream.Length ? seen : 0;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
