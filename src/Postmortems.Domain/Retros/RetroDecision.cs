namespace Postmortems.Domain.Retros;

/// <summary>What a retro decided about one card.</summary>
/// <param name="Dissent">What somebody saw differently, without their name.</param>
/// <param name="Until">The end of the time-box, or of an accepted risk.</param>
/// <param name="More">After how many more occurrences somebody looks again.</param>
/// <param name="ActionItemId">The promise that carries it out.</param>
public sealed record RetroDecision(DecisionKind Kind, string Words, string Dissent, DateOnly? Until, int? More, Guid? ActionItemId, Guid By, DateTimeOffset At);

public enum DecisionKind
{
    Fix,
    Automate,
    Investigate,
    Watch,
    Accept,
    Curate,

    Keep,
    Adjust,
    Remove,

    Do,
    Rescope,
    Decline,
    Escalate,
}

public static class DecisionKinds
{
    private static readonly IReadOnlyList<DecisionKind> OfPatterns = [DecisionKind.Fix, DecisionKind.Automate, DecisionKind.Investigate, DecisionKind.Watch, DecisionKind.Accept, DecisionKind.Curate];
    private static readonly IReadOnlyList<DecisionKind> OfVerdicts = [DecisionKind.Keep, DecisionKind.Adjust, DecisionKind.Remove];
    private static readonly IReadOnlyList<DecisionKind> OfItems = [DecisionKind.Do, DecisionKind.Rescope, DecisionKind.Decline, DecisionKind.Escalate];

    public static IReadOnlyList<DecisionKind> For(CardPart part) => part switch
    {
        CardPart.Pattern => OfPatterns,
        CardPart.Verdict => OfVerdicts,
        _ => OfItems,
    };

    /// <returns>The question that must be answered, or null where words are welcome but not needed.</returns>
    public static string? AsksForWords(DecisionKind kind) => kind switch
    {
        DecisionKind.Automate => "Say what the automation will do.",
        DecisionKind.Investigate => "Say which question the time-box shall answer.",
        DecisionKind.Accept => "Say what is accepted, and why that is all right for now.",
        DecisionKind.Curate => "Say what is wrong with this pattern.",
        DecisionKind.Adjust => "Say what will be adjusted.",
        DecisionKind.Remove => "Say why it goes.",
        DecisionKind.Decline => "Say why it will not be done. The next postmortem may ask.",
        DecisionKind.Escalate => "Say to which role or team it goes, and what they are asked.",
        _ => null,
    };
}
