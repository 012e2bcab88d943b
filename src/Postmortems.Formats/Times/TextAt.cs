using System.Globalization;

namespace Postmortems.Formats.Times;

/// <summary>Looks at a place in a line; past its end there is nothing, and looking far costs nothing.</summary>
internal static class TextAt
{
    private const int LongestWord = 14;
    private const int MostDigits = 9;

    public static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    /// <summary>How many digits stand in a row from here.</summary>
    public static int Digits(string text, int at)
    {
        var count = 0;

        while (at + count < text.Length && count < MostDigits && char.IsAsciiDigit(text[at + count]))
        {
            count++;
        }

        return count;
    }

    public static int Number(string text, int at, int length) => int.Parse(text.AsSpan(at, length), CultureInfo.InvariantCulture);

    /// <summary>The letters in a row from here.</summary>
    public static ReadOnlySpan<char> Word(string text, int at)
    {
        var end = at;

        while (end < text.Length && end - at < LongestWord && char.IsLetter(text[end]))
        {
            end++;
        }

        return at >= text.Length ? default : text.AsSpan(at, end - at);
    }

    public static int SkipAny(string text, int at, string skipped)
    {
        while (at < text.Length && skipped.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    /// <summary>The length of the first of some words that stands here; 0 when none does.</summary>
    public static int WordLength(string text, int at, params ReadOnlySpan<string> words)
    {
        if (at >= text.Length || !char.IsLetter(text[at]))
        {
            return 0;
        }

        foreach (var word in words)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
