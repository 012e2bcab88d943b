namespace Postmortems.Language.Languages;

/// <summary>A rule as it stands in the file of its language.</summary>
internal sealed record RuleEntry
{
    public required string Id { get; init; }

    public required Severity Severity { get; init; }

    public double Sureness { get; init; } = 0.8;

    public required string Why { get; init; }

    public required string Question { get; init; }

    public string? Suggestion { get; init; }

    public bool Once { get; init; }

    public required IReadOnlyList<SayingEntry> Says { get; init; }

    /// <summary>Phrases that silence the rule in their sentence.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>Phrases that silence what stands before them: "did not see it because …" already tells how.</summary>
    public IReadOnlyList<string> UnlessThen { get; init; } = [];

    /// <summary>Kinds of sections in which it is silent.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>Tried in their order.</summary>
    public IReadOnlyList<RewordEntry> Rewords { get; init; } = [];

    /// <summary>Sentences with what the sure rewording makes of them.</summary>
    public IReadOnlyDictionary<string, string> Reworded { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<string> Asks { get; init; }

    public required IReadOnlyList<string> Silent { get; init; }

    public Rule ToRule(string language) => new()
    {
        Id = Id,
        Language = language,
        Severity = Severity,
        Sureness = Sureness,
        Why = Why,
        Question = Question,
        Suggestion = Suggestion,
        Once = Once,
        Asks = Asks,
        Silent = Silent,
        Reworded = Reworded,
    };
}

/// <param name="Who">Whom the subject test must find: people, us, they, somebody, name (people, or a bare name), named, mind (where the verb needs one), nobody (a note without a subject), no-one ("none of us"), anything.</param>
/// <param name="OfClause">Takes the subject of the whole clause, not the one beside the phrase.</param>
/// <param name="Needs">Phrases of which one must also be in the sentence.</param>
internal sealed record SayingEntry(string Who, IReadOnlyList<string> Phrases, bool OfClause = false, IReadOnlyList<string>? Needs = null);

/// <param name="Says">A phrase inside of what was found.</param>
/// <param name="Words">What takes its place; empty where it is dropped.</param>
/// <param name="Behind">Alternatives of the word before.</param>
/// <param name="Ahead">Alternatives of the word after.</param>
internal sealed record RewordEntry(string Says, string Words = "", string? Behind = null, string? Ahead = null);
