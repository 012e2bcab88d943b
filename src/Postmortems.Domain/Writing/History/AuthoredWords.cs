namespace Postmortems.Domain.Writing.History;

/// <summary>
/// Authorship as people read it: by whole words, not letters. A word belongs to whoever wrote the largest part of it, and the space and
/// signs beside it to whoever wrote the word before.
/// </summary>
internal static class AuthoredWords
{
    public static IReadOnlyList<AuthoredText> Of(string text, IEnumerable<AuthoredStretch> stretches)
    {
        using var walk = stretches.GetEnumerator();
        var left = walk.MoveNext() ? walk.Current.Length : 0;
        var told = new List<(int From, int Until, WrittenAt Writing)>();
        var at = 0;

        foreach (var token in TextTokens.Of(text))
        {
            var writing = Most(walk, ref left, token.Length);

            if (told is [.., var last] && (last.Writing == writing || !TextTokens.HasWord(token)))
            {
                told[^1] = last with { Until = at + token.Length };
            }
            else
            {
                told.Add((at, at + token.Length, writing));
            }

            at += token.Length;
        }

        return [.. told.Select(stretch => new AuthoredText(text[stretch.From..stretch.Until], stretch.Writing))];
    }

    private static WrittenAt Most(IEnumerator<AuthoredStretch> walk, ref int left, int length)
    {
        var (most, best) = (0, walk.Current.Writing);

        while (length > 0)
        {
            if (left == 0)
            {
                walk.MoveNext();
                left = walk.Current.Length;
            }

            var piece = Math.Min(left, length);
            (most, best) = piece > most ? (piece, walk.Current.Writing) : (most, best);
            left -= piece;
            length -= piece;
        }

        return best;
    }
}
