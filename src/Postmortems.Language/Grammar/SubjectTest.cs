using Postmortems.Language.Reading;

namespace Postmortems.Language.Grammar;

/// <summary>Finds who does what a phrase says. It looks to the left, over adverbs, asides and "but", never further than the sentence.</summary>
internal static class SubjectTest
{
    private const int LongestGroup = 6;
    private const int LongestAside = 25;

    /// <summary>The subject of the verb at <paramref name="verb"/>.</summary>
    public static Subject Of(SentenceWords words, int verb)
    {
        var at = verb - 1;

        while (at >= 0 && words.IsWord(at) && (words.IsAdverb(at) || words.IsAuxiliary(at)))
        {
            at--;
        }

        if (at < 0)
        {
            return new Subject(Who.Nobody, verb);
        }

        if (words[at].Kind == WordKind.Code)
        {
            return new Subject(Who.Thing, at);
        }

        if (words.IsMark(at))
        {
            return AcrossMark(words, at, verb);
        }

        if (words.IsRelativeOfPeople(at))
        {
            return new Subject(Who.People, at);
        }

        if (words.IsRelative(at))
        {
            var before = at > 0 && words.Text(at - 1) == "," ? at - 2 : at - 1;
            return words.IsPersonHead(before) ? GroupEndingAt(words, before) : new Subject(Who.Thing, at);
        }

        return words.IsConnector(at) ? OfClause(words, at) ?? new Subject(Who.Nobody, verb) : GroupEndingAt(words, at);
    }

    /// <summary>The subject of the clause in which <paramref name="at"/> stands, whatever stands between: "the operator saw it but …".</summary>
    public static Subject? OfClause(SentenceWords words, int at)
    {
        for (var start = at - 1; start >= 0; start--)
        {
            var begins = start == 0 || words.IsMark(start - 1) || words.IsConnector(start - 1) || words.IsRelative(start - 1);

            if (begins && GroupFrom(words, start, at) is { } subject)
            {
                return subject;
            }
        }

        return null;
    }

    private static Subject AcrossMark(SentenceWords words, int mark, int verb)
    {
        var opening = words.Text(mark) switch { "," => ",", ")" => "(", "—" => "—", "–" => "–", "-" => "-", _ => null };

        if (opening is null)
        {
            return words.Text(mark) == "/" && OfClause(words, mark) is { } either ? either : new Subject(Who.Nobody, verb);
        }

        for (var at = mark - 1; at > 0 && mark - at <= LongestAside; at--)
        {
            if (words.Text(at) == opening)
            {
                // "The engineer, while …, forgot": what is before the aside is the subject, unless the aside was a clause of its own.
                return words.IsMark(at - 1) || GroupFrom(words, at + 1, mark) is not null ? OfClause(words, mark) ?? new Subject(Who.Nobody, verb) : Of(words, at);
            }
        }

        return OfClause(words, mark) ?? new Subject(Who.Nobody, verb);
    }

    /// <summary>Reads a group of words backwards from its last: "one of the engineers on the night shift".</summary>
    private static Subject GroupEndingAt(SentenceWords words, int last)
    {
        if (Pronoun(words, last) is { } pronoun)
        {
            return new Subject(pronoun, last);
        }

        if (words.Text(last) == "to" || !words.IsWord(last))
        {
            return new Subject(Who.Thing, last);
        }

        var first = last;

        while (first > 0 && last - first < LongestGroup && words.IsWord(first - 1) && !IsEdge(words, first - 1))
        {
            first--;
        }

        if (first > 0 && words.IsDeterminer(first - 1))
        {
            first--;
        }

        if (words.IsTime(last) && first > 0 && !words.IsMark(first - 1))
        {
            // "The engineer on duty that night forgot": when it was is not who it was.
            return Of(words, words.IsPreposition(first - 1) ? first - 1 : first);
        }

        if (first > 1 && words.IsPreposition(first - 1) && OuterHead(words, first - 1, last) is { } outer)
        {
            return outer;
        }

        return words.IsPersonHead(last) ? new Subject(Who.People, first) : new Subject(IsUnknown(words, first, last) ? Who.Unknown : Who.Thing, first);
    }

    /// <summary>Of "members of the team" the members, of "the pager of the team" the pager, of "engineers working on the service" the engineers.</summary>
    private static Subject? OuterHead(SentenceWords words, int preposition, int last)
    {
        var head = preposition - 1;

        if (words.IsPart(head) && words.Text(preposition) == "of")
        {
            return words.IsPersonHead(last) || words.IsPersonHead(head) ? new Subject(Who.People, GroupStart(words, head)) : new Subject(Who.Thing, head);
        }

        while (head > 0 && preposition - head < 4 && (words.IsGerund(head) || words.IsAdverb(head) || words.Text(head) is "responsible" or "currently"))
        {
            head--;
        }

        if (words.IsPersonHead(head))
        {
            return new Subject(Who.People, GroupStart(words, head));
        }

        return words.IsWord(head) && !IsEdge(words, head) && !words.IsVerb(head) ? new Subject(Who.Thing, head) : null;
    }

    private static int GroupStart(SentenceWords words, int head)
    {
        while (head > 0 && words.IsWord(head - 1) && !IsEdge(words, head - 1))
        {
            head--;
        }

        return head > 0 && words.IsDeterminer(head - 1) ? head - 1 : head;
    }

    /// <summary>Reads a group of words forwards, up to its verb. Null where no subject begins.</summary>
    private static Subject? GroupFrom(SentenceWords words, int start, int limit)
    {
        var end = Math.Min(limit, start + (2 * LongestGroup));
        var head = -1;

        for (var at = start; at < end; at++)
        {
            if (words.IsMark(at) || words.IsConnector(at) || (at == start && (words.IsRelative(at) || words.IsRelativeOfPeople(at))))
            {
                return null;
            }

            if (at == start && Pronoun(words, at) is { } pronoun)
            {
                return new Subject(pronoun, at);
            }

            if (words.IsRelativeOfPeople(at) && head >= 0)
            {
                return new Subject(Who.People, start);
            }

            if (words.IsVerb(at) && at > start)
            {
                head = head < 0 ? at - 1 : head;
                var who = words.IsPersonHead(head) ? Who.People : IsUnknown(words, start, head) ? Who.Unknown : Who.Thing;
                return new Subject(who, start);
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

    private static Who? Pronoun(SentenceWords words, int at)
    {
        if (words.IsUs(at))
        {
            return Who.Us;
        }

        if (words.IsPronounOfPeople(at) || (words.Text(at) == "one" && words.Text(at - 1) == "no"))
        {
            return Who.People;
        }

        return words.IsThey(at) ? Who.They : words.IsPronounOfThing(at) ? Who.Thing : null;
    }

    private static bool IsUnknown(SentenceWords words, int first, int last) =>
        last - first <= 1 && words[first].IsCapital && words[last].IsCapital && !words.IsDeterminer(first);

    private static bool IsEdge(SentenceWords words, int at) =>
        words.IsDeterminer(at) || words.IsPreposition(at) || words.IsConnector(at) || words.IsRelative(at) || words.IsRelativeOfPeople(at) || words.IsAuxiliary(at) || words.IsVerb(at) || Pronoun(words, at) is not null;
}
