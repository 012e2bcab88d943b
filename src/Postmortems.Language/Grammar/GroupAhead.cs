namespace Postmortems.Language.Grammar;

/// <summary>Reads a group of words forwards, up to its verb.</summary>
internal static class GroupAhead
{
    private const int Longest = 12;

    /// <returns>Null where no subject begins.</returns>
    public static Subject? From(SentenceWords words, int start, int limit)
    {
        var end = Math.Min(limit, start + Longest);
        var head = -1;

        for (var at = start; at < end; at++)
        {
            if (words.IsMark(at) || words.IsConnector(at) || (at == start && (words.IsRelative(at) || words.IsRelativeOfPeople(at))))
            {
                return null;
            }

            if (at <= start + 1 && GroupEdges.Pronoun(words, at) is { } pronoun && GroupEdges.StartOfPronoun(words, at) == start)
            {
                return new Subject(pronoun, start);
            }

            if (words.IsRelativeOfPeople(at) && head >= 0)
            {
                return new Subject(Who.People, start);
            }

            if (words.IsOwnersMark(at))
            {
                continue;
            }

            if (words.IsVerb(at) && at > start)
            {
                return new Subject(WhoIs(words, start, head < 0 ? LastNoun(words, at - 1, start) : head), start);
            }

            if (words.IsVerb(at) || (at == start && words.IsPreposition(at)))
            {
                return null;
            }

            if (words.IsPreposition(at) && head < 0)
            {
                head = words.IsPart(at - 1) ? -1 : at - 1;
            }
        }

        return null;
    }

    private static int LastNoun(SentenceWords words, int last, int start)
    {
        while (last > start && words.IsAdverb(last))
        {
            last--;
        }

        return last;
    }

    private static Who WhoIs(SentenceWords words, int start, int head) =>
        words.IsPersonHead(head) ? Who.People : GroupEdges.WithoutRole(words, start, head);
}
