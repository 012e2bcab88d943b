namespace Postmortems.Formats;

/// <summary>The published JSON schema of the files that <see cref="DocumentWriter"/> writes.</summary>
public static class DocumentSchema
{
    /// <summary>Below the address of a server.</summary>
    public const string Path = "/schemas/postmortem-1.json";

    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(DocumentSchema).Assembly.GetManifestResourceStream("postmortem-1.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
