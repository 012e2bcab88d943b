namespace Postmortems.Language.Grammar;

/// <summary>Reads a group of words forwards, to the role or team that it ends in.</summary>
internal static class PeopleAhead
{
    private const int Longest = 6;

    /// <returns>The index behind "a junior network engineer", or -1 where the group ends in a thing: "the engineer portal".</returns>
    public static int EndOf(SentenceWords words, int at)
    {
        for (var head = at; head < words.Count && head - at < Longest && words.IsWord(head); head++)
        {
            if (words.IsPersonHead(head) && IsLast(words, head + 1))
            {
                return head + 1;
            }

            if (head - at < 2 && words.IsDepartment(at, head) && IsActor(words, at, head + 1))
            {
                return head + 1;
            }

            if (head == at && (words.IsUs(head) || words.IsPronounOfPeople(head)))
            {
                return head + 1;
            }

            if (words.IsPreposition(head) && words.Text(head) != "of" || words.IsConnector(head) || (words.IsAuxiliary(head) && !words.IsOwnersMark(head)))
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>"By marketing" and "if finance had", but not "due to sales".</summary>
    private static bool IsActor(SentenceWords words, int first, int behind) =>
        (behind < words.Count && words.IsWord(behind) && words.IsVerb(behind)) || (words.Text(first - 1) == "by" && IsLast(words, behind));

    private static bool IsLast(SentenceWords words, int at) =>
        at >= words.Count || !words.IsWord(at) || words.IsPreposition(at) || words.IsConnector(at) || words.IsVerb(at) || words.IsGerund(at)
        || words.IsAdverb(at) || words.IsRelative(at) || words.IsRelativeOfPeople(at) || words.IsDeterminer(at) || words.IsTime(at) || words.IsNegation(at) || words.Text(at) == "to" || words.Text(at)[0] == '\'';
}
