namespace Postmortems.Language.Grammar;

/// <summary>Reads a group of words backwards from its last: "one of the engineers on the night shift".</summary>
internal static class GroupBefore
{
    private const int LongestClause = 5;

    public static Subject EndingAt(SentenceWords words, int last)
    {
        if (GroupEdges.Pronoun(words, last) is { } pronoun)
        {
            return new Subject(pronoun, GroupEdges.StartOfPronoun(words, last));
        }

        if (words.Text(last) == "to" || !words.IsWord(last))
        {
            return new Subject(Who.Thing, last);
        }

        if (words.IsAfterPerson(last) && words.IsPersonHead(last - 1))
        {
            last--;
        }

        var first = GroupEdges.StartOf(words, last);

        if (words.IsTime(last) && !words.IsPersonHead(last) && first > 0 && !words.IsMark(first - 1))
        {
            // "The engineer on duty that night forgot": when it was is not who it was.
            return SubjectTest.Nearest(words, words.IsPreposition(first - 1) ? first - 1 : first);
        }

        if (first > 1 && words.IsPreposition(first - 1) && OuterHead(words, first - 1, last) is { } outer)
        {
            return outer;
        }

        if (words.IsPersonHead(last))
        {
            return new Subject(Who.People, first);
        }

        return BusyWith(words, first, last) is { } busy
            ? new Subject(Who.People, GroupEdges.StartOf(words, busy))
            : new Subject(GroupEdges.WithoutRole(words, first, last), first);
    }

    /// <summary>Of "members of the team" the members, of "the pager of the team" the pager, of "engineers working on the service" the engineers.</summary>
    private static Subject? OuterHead(SentenceWords words, int preposition, int last)
    {
        var head = preposition - 1;

        if (words.IsPart(head) && words.Text(preposition) == "of")
        {
            if (!words.IsPersonHead(last) && !words.IsUsObject(last) && !words.IsPersonHead(head))
            {
                return new Subject(Who.Thing, head);
            }

            // "The announcement from one of the vendors" is an announcement.
            var part = GroupEdges.StartOf(words, head);
            return part > 1 && words.IsPreposition(part - 1) && OuterHead(words, part - 1, head) is { } outer ? outer : new Subject(Who.People, part);
        }

        while (head > 0 && preposition - head < 4 && (words.IsGerund(head) || words.IsAdverb(head) || words.IsAfterPerson(head) || words.Text(head) == "currently"))
        {
            head--;
        }

        if (words.IsPersonHead(head))
        {
            return new Subject(Who.People, GroupEdges.StartOf(words, head));
        }

        if (GroupEdges.Pronoun(words, head) == Who.People)
        {
            return new Subject(Who.People, GroupEdges.StartOfPronoun(words, head));
        }

        if (words.Text(preposition) == "from" && words[head].IsCapital && !words.MayBeThings(head) && GroupEdges.IsOfPeople(words, preposition + 1, last))
        {
            return new Subject(Who.People, head);
        }

        return words.IsWord(head) && !GroupEdges.IsEdge(words, head) && !words.IsVerb(head) ? new Subject(Who.Thing, head) : null;
    }

    /// <returns>The person in "the person doing the deploy", "engineers running migrations" or "the author who wrote the job", or null.</returns>
    private static int? BusyWith(SentenceWords words, int first, int last)
    {
        for (var at = Math.Max(0, first - LongestClause); at < last; at++)
        {
            var isDoing = at >= first - 2 && words.IsGerund(at + 1) && at + 1 < last;
            var isWhoDid = at + 2 < first && words.IsRelativeOfPeople(at + 1) && words.IsVerb(first - 1) && NoClauseWithin(words, at + 2, first);

            if (words.IsPersonHead(at) && (isDoing || isWhoDid))
            {
                return at;
            }
        }

        return null;
    }

    private static bool NoClauseWithin(SentenceWords words, int from, int to) => Enumerable.Range(from, to - from).All(at => words.IsWord(at) && !words.IsConnector(at));
}
