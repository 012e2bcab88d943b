using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Postmortems.Domain.ImportExport;

/// <summary>The text of a file, or a sentence that says why it has none.</summary>
internal sealed record FileText(string Text, string? Problem = null, string? Warning = null)
{
    private static readonly (byte[] Begins, string Is)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], "a PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip or Office file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ([0x47, 0x49, 0x46, 0x38], "a picture"),
        ([0x1F, 0x8B], "a gzip file"),
    ];

    public static FileText Of(DroppedFile file)
    {
        if (file.Bytes.Length > ImportLimits.LargestFile)
        {
            return Refused($"It is larger than {ImportLimits.LargestFile / 1_000_000} MB. A postmortem is text; leave pictures and logs out.");
        }

        if (Known.FirstOrDefault(known => file.Bytes.AsSpan().StartsWith(known.Begins)).Is is { } kind)
        {
            return Refused($"This is {kind}. Save it as Markdown, HTML or plain text and drop it again.");
        }

        var read = Decode(file.Bytes);

        return read.Text.Contains('\0', StringComparison.Ordinal) ? Refused("This is no text. Save the document as Markdown, HTML or plain text and drop it again.")
            : string.IsNullOrWhiteSpace(read.Text) ? Refused("This file is empty.")
            : read;
    }

    /// <summary>Line ends differ between machines; the document is the same.</summary>
    public static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static FileText Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] when Utf8.IsValid(bytes.AsSpan(3)) => new(Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3)),
        [0xFF, 0xFE, ..] => new(Whole(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2))),
        [0xFE, 0xFF, ..] => new(Whole(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2))),
        _ when Utf8.IsValid(bytes) => new(Encoding.UTF8.GetString(bytes)),
        _ => new(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), Warning: "The file is not UTF-8; it was read as Windows-1252. Please look at umlauts and accents."),
    };

    /// <summary>A lone half of a character cannot be stored.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static FileText Refused(string problem) => new("", problem);
}
