namespace Postmortems.Language;

/// <summary>One way of speaking that hides how something happened, with the question that brings it out. Rules are data: Languages/*.json.</summary>
public sealed class Rule
{
    /// <summary>Stable, such as "label/human-error".</summary>
    public required string Id { get; init; }

    /// <summary>Of the text it reads, such as "en".</summary>
    public string Language { get; internal set; } = "";

    public string Category => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    public required Severity Severity { get; init; }

    /// <summary>0 to 1: how often a reader agrees that the question is worth asking here.</summary>
    public double Sureness { get; init; } = 0.8;

    /// <summary>One sentence.</summary>
    public required string Why { get; init; }

    /// <summary>Answering it in the text makes the phrase unnecessary.</summary>
    public required string Question { get; init; }

    /// <summary>One wording, or null where only the writer can know.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Asked only at the first place of a document.</summary>
    public bool Once { get; init; }

    /// <summary>Sentences in which a rewording is sure, with the sentence that it makes.</summary>
    public IReadOnlyDictionary<string, string> Reworded { get; init; } = new Dictionary<string, string>();

    /// <summary>Sentences in which it asks.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>Sentences that look alike, in which it is silent.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];
}
