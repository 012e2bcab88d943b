namespace Postmortems.Domain.Retros;

/// <summary>One thing that a retro decides about: a pattern, a verdict, an action item that ages.</summary>
public sealed class RetroCard
{
    public const int LongestWords = 1000;

    private RetroCard()
    {
    }

    private RetroCard(Guid retro, CardPart part, CardReason why, int place, Guid? id)
    {
        Id = id ?? Id;
        (RetroId, Part, Why, Place) = (retro, part, why, place);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid RetroId { get; private set; }

    public CardPart Part { get; private set; }

    public Guid? PatternId { get; private set; }

    public Guid? ActionItemId { get; private set; }

    /// <summary>Why it is in the pack.</summary>
    public CardReason Why { get; private set; }

    /// <summary>How often its pattern was seen in the window, and in all.</summary>
    public int SeenInWindow { get; private set; }

    public int SeenInAll { get; private set; }

    /// <summary>Minutes of impact and of work by hand that are written down. What it is ranked by is weighed, and so another figure.</summary>
    public double CostMinutes { get; private set; }

    /// <summary>From 0 to 1: how sure it is that this is one pattern.</summary>
    public double Confidence { get; private set; }

    /// <summary>How many of its incidents called somebody at night.</summary>
    public int AtNight { get; private set; }

    public int Place { get; private set; }

    /// <summary>Since when everybody sees how the silent vote went.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }

    public RetroDecision? Decision { get; private set; }

    public static RetroCard OfPattern(Guid retro, Guid pattern, CardReason why, int place, Guid? id = null) => new(retro, CardPart.Pattern, why, place, id) { PatternId = pattern };

    public static RetroCard OfVerdict(Guid retro, Guid pattern, CardReason why, int place) => new(retro, CardPart.Verdict, why, place, null) { PatternId = pattern };

    public static RetroCard OfItem(Guid retro, Guid item, Guid? pattern, CardReason why, int place) => new(retro, CardPart.Item, why, place, null) { ActionItemId = item, PatternId = pattern };

    public void Measure(int seenInWindow, int seenInAll, double costMinutes, double confidence, int atNight = 0) =>
        (SeenInWindow, SeenInAll, CostMinutes, Confidence, AtNight) = (seenInWindow, seenInAll, costMinutes, confidence, atNight);

    public void MoveTo(int place) => Place = place;

    public void Reveal(DateTimeOffset at) => RevealedAt ??= at;

    public void Decide(RetroDecision decision)
    {
        if (!DecisionKinds.For(Part).Contains(decision.Kind))
        {
            throw new RuleBrokenException("retro/decision", "Choose one of the decisions that this can have.");
        }

        if (DecisionKinds.AsksForWords(decision.Kind) is { } question && string.IsNullOrWhiteSpace(decision.Words))
        {
            throw new RuleBrokenException("retro/no-words", question);
        }

        if (decision.Kind is DecisionKind.Accept && decision.Until is null)
        {
            throw new RuleBrokenException("retro/no-expiry", "Say until when this risk is accepted; then somebody looks again.");
        }

        if (decision.Kind is DecisionKind.Watch && decision.More is not > 0)
        {
            throw new RuleBrokenException("retro/no-trigger", "Say after how many more times you look again.");
        }

        Decision = decision with { Words = decision.Words.Trim(), Dissent = decision.Dissent.Trim() };
    }
}

public enum CardPart
{
    Pattern,
    Verdict,
    Item,
}

public enum CardReason
{
    CameBack,
    VerdictPossible,
    New,
    Grown,
    Found,
    Shipped,
    AddedByHand,
    Escalated,
    OverdueAndRecurred,
    DeclinedAndRecurred,
    Ageing,
}
