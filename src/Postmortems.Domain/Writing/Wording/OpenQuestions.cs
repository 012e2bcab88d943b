using Postmortems.Language;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>What the language check asks about a text, without what was answered. It asks; it never marks and never blocks.</summary>
public static class OpenQuestions
{
    /// <summary>So much of the words around a phrase is still there when it is the same phrase.</summary>
    private const double StillTheSame = 0.4;

    public static IReadOnlyList<WordingQuestion> In(string text, bool coached, IReadOnlyList<WordingAnswerRow> answers)
    {
        var off = answers.Where(answer => answer.Kind is WordingAnswerKind.Off).Select(answer => answer.About.Rule).ToHashSet();
        var open = Asked(text, coached).Where(question => !off.Contains(question.About.Rule)).ToList();

        foreach (var answer in answers.Where(answer => answer.Kind is not WordingAnswerKind.Off))
        {
            // An answer is about one place: where the phrase stands twice, about the one whose surroundings are most alike.
            if (open.Select(question => (question, likeness: question.About.Likeness(answer.About) ?? 0)).MaxBy(pair => pair.likeness) is (not null and var meant, >= StillTheSame))
            {
                open.Remove(meant);
            }
        }

        return open;
    }

    /// <param name="without">A category of rules that is asked about elsewhere.</param>
    public static IReadOnlyList<WordingQuestion> Asked(string text, bool coached, string? without = null) =>
        MadeToBeSlow.Is(text)
            ? []
            : [.. LanguageCheck.Of(text, CheckSettings.Default with { Coach = coached, RulesOff = without is null ? [] : [without] }).Select(finding => new WordingQuestion(
                finding.Start, finding.Length, AskedPhrase.Of(finding, text), (int)finding.Rule.Severity, finding.Rule.Why, finding.Rule.Question, finding.Rule.Suggestion, finding.Rewording))];
}
