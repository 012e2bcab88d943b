namespace Postmortems.PatternEngine.Explaining;

/// <summary>Cuts a text where a sentence or a line ends.</summary>
internal static class Sentences
{
    public static List<(int Start, int End)> Of(string text)
    {
        var sentences = new List<(int Start, int End)>();

        for (int start = 0, at = 0; at < text.Length; at++)
        {
            if (at + 1 == text.Length || text[at] == '\n' || (text[at] is '.' or '!' or '?' or ';' && char.IsWhiteSpace(text[at + 1])))
            {
                if (!text.AsSpan(start, at + 1 - start).IsWhiteSpace())
                {
                    sentences.Add((start, at + 1));
                }

                start = at + 1;
            }
        }

        return sentences;
    }

    /// <summary>Whole words, and never half of a character.</summary>
    public static string Shortened(string sentence, int longest)
    {
        var line = sentence.ReplaceLineEndings(" ");

        if (line.Length <= longest)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', longest - 1);
        var end = cut > 0 ? cut : longest - 1;

        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end).TrimEnd(" ,;:-"), "…");
    }
}
