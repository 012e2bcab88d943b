namespace Postmortems.Language.Reading;

/// <summary>Parts prose at its full stops. What stands in quotation marks is somebody else's voice and is blanked out, unit for unit.</summary>
internal static class Sentences
{
    /// <summary>A longer sentence is read up to here; nobody reads further either.</summary>
    private const int Longest = 1000;

    private const int LongestQuotation = 500;

    public static IEnumerable<(int Start, string Sentence)> In(Passage passage)
    {
        var prose = Unquoted(passage.Text);
        var start = 0;

        for (var i = 0; i < prose.Length; i++)
        {
            var ends = prose[i] is '|' || (prose[i] is '.' or '!' or '?' or ';' && (i + 1 == prose.Length || char.IsWhiteSpace(prose[i + 1])));

            if (ends || i + 1 == prose.Length)
            {
                var length = Math.Min(i + 1 - start, Longest);
                yield return (passage.Start + start, prose.Substring(start, length));
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
            var end = close == '\0' ? -1 : Array.IndexOf(spoken, close, open + 1, Math.Min(LongestQuotation, spoken.Length - open - 1));

            if (end > open)
            {
                Array.Fill(spoken, Prose.Code, open, end - open + 1);
                open = end;
            }
        }

        return new string(spoken);
    }
}
