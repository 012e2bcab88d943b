using System.IO.Compression;

namespace Postmortems.Domain.ImportExport;

/// <summary>Why a zip file, or a file in it, is not read: sentences for the person who dropped it.</summary>
internal static class ZipProblem
{
    public const string Damaged = "This zip file is damaged and cannot be unpacked. Pack the documents again, or drop them without packing.";
    public const string DamagedFile = "It is damaged in its archive and cannot be unpacked. Drop the document itself.";

    private const int UnixType = 0xF000;
    private const int UnixLink = 0xA000;

    // Office files and books are zip files that say so in their first entries.
    private static readonly byte[][] Office = ["[Content_Types].xml"u8.ToArray(), "mimetypeapplication/"u8.ToArray(), "META-INF/MANIFEST.MF"u8.ToArray()];

    public static string? OfWhole(ReadOnlySpan<byte> zip)
    {
        if (zip.Length > ImportLimits.LargestZip)
        {
            return $"It is a zip file larger than {ImportLimits.LargestZip / 1_000_000} MB. Leave pictures and logs out, or import it in parts.";
        }

        var begins = zip[..Math.Min(zip.Length, 200)];

        foreach (var name in Office)
        {
            if (begins.IndexOf(name) >= 0)
            {
                return "This is an Office file or another packed document. Save it as Markdown, HTML or plain text and drop it again.";
            }
        }

        // Asked of the bytes, because listing a million entries takes more memory than the archive.
        return zip.Count("PK\u0001\u0002"u8) > ImportLimits.MostZipEntries
            ? $"This zip file holds more than {ImportLimits.MostZipEntries:N0} files. Import it in parts."
            : null;
    }

    /// <summary>What systems and tools leave in archives beside documents.</summary>
    public static bool IsNoDocument(ZipArchiveEntry entry) =>
        (entry.FullName.EndsWith('/') && entry.Length == 0)
        || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || entry.Name is ".DS_Store" or "Thumbs.db" or "desktop.ini"
        || entry.FullName.StartsWith(".git/", StringComparison.Ordinal)
        || entry.FullName.Contains("/.git/", StringComparison.Ordinal);

    public static string? Of(ZipArchiveEntry entry)
    {
        if (LeadsOut(entry.FullName))
        {
            return "Its name leads to a place outside of the archive, so it was not read. Pack the documents again.";
        }

        if (((entry.ExternalAttributes >> 16) & UnixType) == UnixLink)
        {
            return "It is a link to another file, which is not followed. Put the document itself into the archive.";
        }

        return entry.IsEncrypted ? "It is protected by a password. Unpack the archive and drop its documents." : null;
    }

    private static bool LeadsOut(string name)
    {
        var path = name.Replace('\\', '/');

        return path.StartsWith('/')
            || path.Length is 0 or > ImportFile.LongestName
            || path is [_, ':', ..]
            || path.Any(char.IsControl)
            || path.Split('/').Any(part => part is "..");
    }
}
