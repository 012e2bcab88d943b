using System.Buffers;

namespace Postmortems.Formats.ActionItems;

/// <summary>The first web address in a text.</summary>
internal static class Link
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n)>]|\"'`");

    private const int Longest = 2000;

    public static string? In(string text)
    {
        var start = text.IndexOf("https://", StringComparison.OrdinalIgnoreCase) is >= 0 and var secure ? secure : text.IndexOf("http://", StringComparison.OrdinalIgnoreCase);

        if (start < 0)
        {
            return null;
        }

        var rest = text.AsSpan(start, Math.Min(Longest, text.Length - start));
        var end = rest.IndexOfAny(Ends);
        var address = (end < 0 ? rest : rest[..end]).TrimEnd(".,;:*_").ToString();

        return Uri.TryCreate(address, UriKind.Absolute, out _) ? address : null;
    }
}
