namespace Postmortems.Language;

/// <summary>What one reading takes into account. The default is what everybody sees while writing English.</summary>
public sealed record CheckSettings
{
    public static readonly CheckSettings Default = new();

    /// <summary>Also the rules of low severity.</summary>
    public bool Coach { get; init; }

    /// <summary>"en", "de" or "es"; null where the text itself tells.</summary>
    public string? Language { get; init; }

    /// <summary>Ids of rules, or whole categories, that are off.</summary>
    public IReadOnlyCollection<string> RulesOff { get; init; } = [];

    /// <summary>People as the document may call them: participants and the directory. Nobody is guessed from a capital letter.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>Whether a rule asks at all, wherever it is read.</summary>
    internal bool IsOn(Rule rule) =>
        (Coach || rule.Severity > Severity.Low) && !RulesOff.Contains(rule.Id) && !RulesOff.Contains(rule.Category);

    internal Effort? Effort { get; init; }

    /// <summary>Phrases that a team wants to be asked about, besides the shipped rules.</summary>
    public IReadOnlyCollection<OwnPhrase> OwnPhrases { get; init; } = [];
}

/// <summary>A phrase of a team's own. Its words are matched whole, without regard to case.</summary>
public sealed record OwnPhrase(string Phrase, string? Why = null, string? Question = null, Severity Severity = Severity.Medium);
