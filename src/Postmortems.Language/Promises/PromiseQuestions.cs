using System.Text.RegularExpressions;

namespace Postmortems.Language.Promises;

/// <summary>Asks what would make a promise easier to keep. Deterministic; the words and questions stand in questions.txt.</summary>
public static partial class PromiseQuestions
{
    /// <summary>Less than this says nothing that somebody else could check.</summary>
    public const int ShortestEnd = 15;

    private const int MostWords = 35;

    /// <returns>At most one question per field, the most telling one.</returns>
    public static IReadOnlyList<PromiseQuestion> About(string title, string doneWhen, bool hasOwner, bool hasCauses)
    {
        var hasEnd = doneWhen.Trim().Length >= ShortestEnd;
        var questions = new[]
        {
            AboutTitle(title, hasEnd),
            hasEnd || Number().IsMatch(title) ? null : new PromiseQuestion("no-end", "done-when", "", "How will somebody else see that it is done?"),
            hasOwner ? null : new PromiseQuestion("no-owner", "owner", "", "Who has said yes to it?"),
            hasCauses ? null : new PromiseQuestion("no-cause", "causes", "", "Which cause does it address?"),
        };

        return [.. questions.OfType<PromiseQuestion>()];
    }

    private static PromiseQuestion? AboutTitle(string title, bool hasEnd)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return null;
        }

        var asked = TitleRule.All.Where(rule => !(rule.IsAboutTheEnd && hasEnd)).Select(rule => rule.Ask(title)).OfType<PromiseQuestion>();
        return asked.FirstOrDefault() ?? AboutLength(title);
    }

    private static PromiseQuestion? AboutLength(string title) =>
        title.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length > MostWords
            ? new PromiseQuestion("long", "title", "", "Could this be two promises, each with its own end?")
            : null;

    /// <summary>A threshold, a share, a count: something that can be read off.</summary>
    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
