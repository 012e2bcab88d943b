using System.Globalization;

namespace Postmortems.Domain.ImportExport;

/// <summary>Names of files as other machines write them. Here they only name a document; no file is ever opened by them.</summary>
internal static class FileNames
{
    /// <summary>With slashes, without halves of characters and without signs that hide or turn around what a name says.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Replace('\\', '/').EnumerateRunes().Where(rune => !IsHidden(rune.Value)).Select(rune => rune.ToString()));

    // Joiners make emoji and are letters' marks in some scripts; what steers direction misleads about the ending.
    private static bool IsHidden(int rune) =>
        rune is 0x200E or 0x200F or 0x061C or 0x200B or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || CharUnicodeInfo.GetUnicodeCategory(rune) is UnicodeCategory.Control;
}
