using System.Security.Cryptography;
using System.Text;

namespace Postmortems.Domain.ImportExport;

/// <summary>The text of a file, or a sentence that says why it has none.</summary>
internal sealed record FileText(string Text, string? Problem = null, string? Warning = null)
{
    private const int FewestControls = 8;

    private static readonly (byte[] Begins, string Is)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], "a PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip or Office file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ([0x47, 0x49, 0x46, 0x38], "a picture"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
        ([0x52, 0x61, 0x72, 0x21], "a RAR archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x7B, 0x5C, 0x72, 0x74, 0x66], "a rich text (RTF) file"),
    ];

    public static FileText Of(DroppedFile file)
    {
        if (file.Problem is { } problem)
        {
            return Refused(problem);
        }

        if (file.Bytes.Length > ImportLimits.LargestFile)
        {
            return Refused($"It is larger than {ImportLimits.LargestFile / 1_000_000} MB. A postmortem is text; leave pictures and logs out.");
        }

        if (Known.FirstOrDefault(known => file.Bytes.AsSpan().StartsWith(known.Begins)).Is is { } kind)
        {
            return Refused($"This is {kind}. Save it as Markdown, HTML or plain text and drop it again.");
        }

        var (text, warning) = FileEncoding.Decode(file.Bytes);

        return !IsText(text) ? Refused("This is no text. Save the document as Markdown, HTML or plain text and drop it again.")
            : string.IsNullOrWhiteSpace(text) ? Refused("This file is empty.")
            : new FileText(text, Warning: warning);
    }

    /// <summary>Line ends differ between machines; the document is the same.</summary>
    public static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    // Coloured logs hold an escape here and there; programs and pictures are full of controls.
    private static bool IsText(string text)
    {
        var controls = text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001B' or '\u0085'));

        return !text.Contains('\0', StringComparison.Ordinal) && (controls < FewestControls || controls * 50 < text.Length);
    }

    private static FileText Refused(string problem) => new("", problem);
}
