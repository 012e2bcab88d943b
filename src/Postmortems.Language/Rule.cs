using System.Text.RegularExpressions;

namespace Postmortems.Language;

/// <summary>One way of speaking that hides how something happened, with the question that brings it out.</summary>
/// <param name="Id">Stable, such as "label/human-error".</param>
/// <param name="Pattern">Matched without regard to case, in time linear in the sentence.</param>
/// <param name="Unless">Where this matches in the same sentence, the rule is silent.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Question">Answering it in the text makes the phrase unnecessary.</param>
/// <param name="Suggestion">One wording, or null where only the writer can know.</param>
public sealed class Rule(string id, Severity severity, string pattern, string? unless, string why, string question, string? suggestion = null)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly Regex matches = new(pattern, Options);
    private readonly Regex? silences = unless is null ? null : new(unless, Options);

    public string Id { get; } = id;

    public string Category => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    public Severity Severity { get; } = severity;

    /// <summary>0 to 1: how often a reader agrees that the question is worth asking here.</summary>
    public double Sureness { get; init; } = 0.8;

    public string Why { get; } = why;

    public string Question { get; } = question;

    public string? Suggestion { get; } = suggestion;

    internal IEnumerable<Match> In(string sentence) =>
        silences is not null && silences.IsMatch(sentence) ? [] : matches.Matches(sentence);
}

/// <summary>High and medium are shown while writing; low only to those who asked to be coached.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
}
