namespace Postmortems.Language.Grammar;

/// <summary>Where a group of words begins and what cannot be inside of one.</summary>
internal static class GroupEdges
{
    private const int Longest = 6;

    /// <returns>The index of the first word of the group that ends at <paramref name="last"/>, its article included.</returns>
    public static int StartOf(SentenceWords words, int last)
    {
        var first = last;

        while (first > 0 && last - first < Longest && words.IsWord(first - 1) && !IsEdge(words, first - 1))
        {
            first--;
        }

        return first > 0 && words.IsDeterminer(first - 1) ? first - 1 : first;
    }

    public static bool IsEdge(SentenceWords words, int at) =>
        words.IsDeterminer(at) || words.IsPreposition(at) || words.IsConnector(at) || words.IsRelative(at) || words.IsRelativeOfPeople(at) || words.IsAuxiliary(at) || words.IsVerb(at) || Pronoun(words, at) is not null;

    public static Who? Pronoun(SentenceWords words, int at)
    {
        if (words.IsUs(at))
        {
            return Who.Us;
        }

        if (words.IsPronounOfPeople(at) || IsNoOneInTwoWords(words, at))
        {
            return Who.People;
        }

        return words.IsThey(at) ? Who.They : words.IsPronounOfThing(at) ? Who.Thing : null;
    }

    public static int StartOfPronoun(SentenceWords words, int at) => IsNoOneInTwoWords(words, at) ? at - 1 : at;

    /// <summary>Who is meant where no role is named: a department, something in capitals, or a thing.</summary>
    public static Who WithoutRole(SentenceWords words, int first, int last)
    {
        if (words.IsDepartment(first, last))
        {
            return Who.People;
        }

        return IsUnknown(words, first, last) || words.MayBeDepartment(first, last) ? Who.Unknown : Who.Thing;
    }

    /// <summary>A department or a team, as behind "Kim from …".</summary>
    public static bool IsOfPeople(SentenceWords words, int first, int last) =>
        words.IsPersonHead(last) || words.IsDepartment(first, last) || words.MayBeDepartment(first, last);

    /// <summary>A capital letter at the head: a person or a product.</summary>
    private static bool IsUnknown(SentenceWords words, int first, int last) =>
        last - first <= 1 && words[first].IsCapital && words[last].IsCapital && !words.IsDeterminer(first);

    private static bool IsNoOneInTwoWords(SentenceWords words, int at) => words.Text(at) == "one" && words.Text(at - 1) == "no";
}
