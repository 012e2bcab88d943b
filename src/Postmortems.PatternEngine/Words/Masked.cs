namespace Postmortems.PatternEngine.Words;

/// <summary>What differs each time it is written, and so is never compared: counts, measures, versions, hashes.</summary>
internal static class Masked
{
    // Codes that name an error wherever they stand; other numbers are counts.
    private static readonly HashSet<string> ErrorCodes =
        new(["401", "403", "404", "413", "429", "431", "499", "502", "503", "504", "525", "526"], StringComparer.Ordinal);

    public static bool NamesAnError(string number) => ErrorCodes.Contains(number);

    /// <summary>90M, 60ms, 500GB, v1.4, 22nd.</summary>
    public static bool IsMeasure(string text, int start, int end, int letters, int digits) =>
        digits > 0 && letters <= 3 && (char.IsDigit(text[start]) || (letters == 1 && text[start] is 'v' or 'V'))
        && end > start;

    public static bool IsHash(string text, int start, int end, int digits)
    {
        if (end - start < 7 || digits < 2)
        {
            return false;
        }

        for (var i = start; i < end; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]) && text[i] != '-')
            {
                return false;
            }
        }

        return true;
    }
}
