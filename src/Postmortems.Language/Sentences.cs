namespace Postmortems.Language;

/// <summary>Parts prose at its full stops. What stands in quotation marks is somebody else's voice and is blanked out, unit for unit.</summary>
internal static class Sentences
{
    public static IEnumerable<(int Start, string Sentence)> In(string text, Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(text.Length);
        var prose = Unquoted(text.Substring(offset, length));
        var start = 0;

        for (var i = 0; i < prose.Length; i++)
        {
            var ends = prose[i] is '.' or '!' or '?' or ';' && (i + 1 == prose.Length || char.IsWhiteSpace(prose[i + 1]));

            if (ends || i + 1 == prose.Length)
            {
                yield return (offset + start, prose[start..(i + 1)]);
                start = i + 1;
            }
        }
    }

    private static string Unquoted(string prose)
    {
        var spoken = prose.ToCharArray();

        for (var open = 0; open < spoken.Length; open++)
        {
            var close = spoken[open] switch { '"' => '"', '“' => '”', '„' => '“', '«' => '»', _ => '\0' };
            var end = close == '\0' ? -1 : Array.IndexOf(spoken, close, open + 1);

            if (end > open)
            {
                Array.Fill(spoken, ' ', open, end - open + 1);
                open = end;
            }
        }

        return new string(spoken);
    }
}
