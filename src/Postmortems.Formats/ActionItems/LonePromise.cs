namespace Postmortems.Formats.ActionItems;

/// <summary>Whether a sentence that stands alone below its heading promises something; a regret or "None yet" does not.</summary>
internal static class LonePromise
{
    private const int Longest = 300;

    private static readonly string[] Cues =
    [
        "will ", "'ll ", "’ll ", "going to ", "plan to ", "planning to ", "need to ", "needs to ", "must ", "should ", "consider", "we're ", "we’re ", "we are ", "have switched", "have added", "have changed", "(done)",
        "werden ", "wollen ", "nous allons ", "vamos a ", "vamos ",
    ];

    private static readonly string[] Regrets = ["should have ", "could have ", "would have ", "must have ", "needed to "];

    private static readonly HashSet<string> Verbs = new(
        [
            "add", "alert", "automate", "build", "change", "check", "configure", "create", "disable", "document", "enable", "ensure", "extend", "fix", "implement", "improve", "increase", "introduce", "investigate",
            "limit", "make", "migrate", "monitor", "move", "reduce", "remove", "replace", "review", "set", "split", "test", "update", "upgrade", "use", "write",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Is(string words)
    {
        if (words.Length > Longest || words.AsSpan().Count(". ") > 1)
        {
            return false;
        }

        var first = words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? words[..end] : words;

        return Verbs.Contains(first) || (Has(words, Cues) && !Has(words, Regrets));
    }

    private static bool Has(string words, string[] phrases) => Array.Exists(phrases, phrase => words.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
