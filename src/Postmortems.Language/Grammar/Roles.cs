namespace Postmortems.Language.Grammar;

/// <summary>Tells roles, teams and departments from the programs and things that share their names.</summary>
internal static class Roles
{
    public static bool IsHead(SentenceWords words, int at, KnownWords grammar, IReadOnlySet<string> names)
    {
        var text = words.Text(at);

        if (text[0] == '@' || (words[at].IsCapital && names.Contains(text)))
        {
            return true;
        }

        var two = at > 0 ? grammar.Of($"{words.Text(at - 1)} {text}") : Speech.None;

        if (two.HasFlag(Speech.Thing))
        {
            return false;
        }

        if (words.Is(at, Speech.Body) && words.Is(at - 1, Speech.Department | Speech.AlsoDepartment))
        {
            return true;
        }

        return (words.Is(at, Speech.Person) || two.HasFlag(Speech.Person))
            && !(words.Is(at, Speech.AlsoMachine) && (words.Is(at - 1, Speech.MachineBefore) || IsNameOfProduct(words, at)));
    }

    /// <summary>The whole group is a department's name, in one word or two.</summary>
    public static bool AreBare(SentenceWords words, int first, int last, KnownWords grammar, Speech department) => (last - first) switch
    {
        0 => words.Is(first, department),
        1 => grammar.Of($"{words.Text(first)} {words.Text(last)}").HasFlag(department),
        _ => false,
    };

    /// <summary>"Droplet Manager", but not "Incident Commander" or "The Manager".</summary>
    private static bool IsNameOfProduct(SentenceWords words, int at) =>
        words[at].IsCapital && at > 0 && words[at - 1].IsCapital && !words.Is(at - 1, Speech.Determiner | Speech.Auxiliary | Speech.PersonBefore);
}
