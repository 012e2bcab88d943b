using Postmortems.Language.Reading;

namespace Postmortems.Language.Grammar;

/// <summary>Finds who does what a phrase says. It looks to the left, over adverbs, asides and "but", never further than the sentence.</summary>
internal static class SubjectTest
{
    private const int LongestAside = 25;

    /// <summary>The subject of the verb at <paramref name="verb"/>.</summary>
    public static Subject Of(SentenceWords words, int verb)
    {
        var subject = NoOneOr(words, Nearest(words, verb));
        return subject.Who == Who.They && IsOfPeople(words, subject.From) ? subject with { Who = Who.People } : subject;
    }

    /// <summary>The subject of the clause in which <paramref name="at"/> stands, whatever stands between: "the operator saw it but …".</summary>
    public static Subject? OfClause(SentenceWords words, int at) => FirstOfClause(words, at) is { } subject ? NoOneOr(words, subject) : null;

    /// <summary>"Nobody missed it" says the opposite of "the operator missed it".</summary>
    private static Subject NoOneOr(SentenceWords words, Subject subject) =>
        subject.Who == Who.People && (words.IsNoOne(subject.From) || IsNotOne(words, subject.From)) ? subject with { Who = Who.NoOne } : subject;

    private static bool IsNotOne(SentenceWords words, int from) =>
        from > 0 && words.IsNegation(from - 1) && (words.IsDeterminer(from) || words.IsPart(from));

    /// <summary>"The testers were warned, but they …": people, when nothing nearer could be meant.</summary>
    private static bool IsOfPeople(SentenceWords words, int they)
    {
        for (var at = they - 1; at >= 0; at--)
        {
            if (words.IsPersonHead(at))
            {
                return true;
            }

            if (words.MayBeThings(at))
            {
                return false;
            }
        }

        return false;
    }

    internal static Subject Nearest(SentenceWords words, int verb)
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
            var whom = words.Text(at - 1) == "," ? at - 2 : at - 1;
            return new Subject(words.IsOutsider(whom) ? Who.Thing : Who.People, at);
        }

        if (words.IsRelative(at))
        {
            var before = at > 0 && words.Text(at - 1) == "," ? at - 2 : at - 1;
            return words.IsPersonHead(before) ? GroupBefore.EndingAt(words, before) : new Subject(Who.Thing, at);
        }

        return words.IsConnector(at) ? FirstOfClause(words, at) ?? new Subject(Who.Nobody, verb) : GroupBefore.EndingAt(words, at);
    }

    private static Subject? FirstOfClause(SentenceWords words, int at)
    {
        for (var start = at - 1; start >= 0; start--)
        {
            var begins = start == 0 || words.IsMark(start - 1) || words.IsConnector(start - 1) || words.IsRelative(start - 1);

            if (begins && GroupAhead.From(words, start, at) is { } subject)
            {
                return subject;
            }
        }

        return null;
    }

    /// <returns>Who is meant in "Network: never answered", or null.</returns>
    private static Subject? Label(SentenceWords words, int mark)
    {
        if (mark == 0 || words.Text(mark) != ":")
        {
            return null;
        }

        var label = GroupBefore.EndingAt(words, mark - 1);
        var begins = label.From == 0 || words.IsMark(label.From - 1);

        return begins && (label.Who == Who.People || words.MayBeDepartment(label.From, mark - 1)) ? label : null;
    }

    private static Subject AcrossMark(SentenceWords words, int mark, int verb)
    {
        var opening = words.Text(mark) switch { "," => ",", ")" => "(", "—" => "—", "–" => "–", "-" => "-", _ => null };

        if (opening is null)
        {
            return Label(words, mark) ?? (words.Text(mark) == "/" && FirstOfClause(words, mark) is { } either ? either : new Subject(Who.Nobody, verb));
        }

        for (var at = mark - 1; at > 0 && mark - at <= LongestAside; at--)
        {
            if (words.Text(at) == opening)
            {
                // "The engineer, while …, forgot": what is before the aside is the subject, unless the aside was a clause of its own.
                return words.IsMark(at - 1) || GroupAhead.From(words, at + 1, mark) is not null ? FirstOfClause(words, mark) ?? new Subject(Who.Nobody, verb) : Nearest(words, at);
            }
        }

        return FirstOfClause(words, mark) ?? new Subject(Who.Nobody, verb);
    }
}
