using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Retros;

/// <summary>A retro with all that its pages show.</summary>
/// <param name="Version">Row version; an edit says which one it began from.</param>
/// <param name="Seats">How many take part.</param>
/// <param name="Past">What the last retro of the group decided, and what became of it.</param>
/// <param name="Pulse">Null while fewer than three answered.</param>
public sealed record RetroView(
    Retro Retro, uint Version, string Facilitator, string? Scribe, IncidentOnCard? GoodCatch, IncidentOnCard? Wheel, IReadOnlyList<CardView> Cards,
    PastRetro? Past, IReadOnlyList<RetroCommentRow> Comments, int Seats, OwnPart Own, PulseSums? Pulse, int PulseAnswers)
{
    public IEnumerable<CardView> Patterns => Cards.Where(card => card.Part is CardPart.Pattern);

    public IEnumerable<CardView> Verdicts => Cards.Where(card => card.Part is CardPart.Verdict);

    public IEnumerable<CardView> Items => Cards.Where(card => card.Part is CardPart.Item);

    /// <summary>Items that an earlier retro handed on and nobody has settled since.</summary>
    public IEnumerable<CardView> Escalated => Items.Where(card => card.Escalation is not null);

    /// <summary>The pattern that the meeting talks about now.</summary>
    public CardView? Current => Retro.Run is { Step: RetroStep.Patterns } run ? Patterns.ElementAtOrDefault(run.Card) : null;

    /// <summary>Whether the meeting has come to a card, so that what was written about it silently is read by all.</summary>
    public bool HasReached(CardView? card) => Retro switch
    {
        { Closing: not null } => true,
        { Run: null } => false,
        { Run: { } at } => card is null || at.Step > StepOf(card.Part) || (at.Step == StepOf(card.Part) && (card.Part is not CardPart.Pattern || Patterns.ToList().IndexOf(card) <= at.Card)),
    };

    private static RetroStep StepOf(CardPart part) => part switch
    {
        CardPart.Pattern => RetroStep.Patterns,
        CardPart.Verdict => RetroStep.Verdicts,
        _ => RetroStep.Ageing,
    };
}

/// <param name="ItemOfDecision">What carries the decision out.</param>
/// <param name="VotesIn">How many voted; how they voted stands in <paramref name="Tally"/> once it is revealed.</param>
public sealed record CardView(
    RetroCard Card, uint Version, PatternOnCard? Pattern, ItemOnCard? Item, ItemOnCard? ItemOfDecision, int VotesIn, VoteTally? Tally, OwnVote? Own)
{
    public Guid Id => Card.Id;

    public CardPart Part => Card.Part;

    public RetroDecision? Decision { get; init; } = Card.Decision;

    /// <summary>By which retro its item was handed on, while that stands.</summary>
    public Escalation? Escalation { get; init; }
}

/// <param name="Quotes">The members that are most alike, in their writers' words.</param>
/// <param name="LeastAlike">What speaks against one pattern: the member that is least like the others.</param>
/// <param name="Members">Its incidents, newest first.</param>
/// <param name="Candidate">What automating it may save; null where it is no fix by hand, or its automation shipped.</param>
public sealed record PatternOnCard(
    int Number, string Name, PatternKind? Kind, bool IsOfFixes, string OwnerTeam, string Definition, bool IsConfirmed, Automation? Automation, PatternHistory History, PatternTrend? Trend,
    IReadOnlyList<string> Quotes, string? LeastAlike, IReadOnlyList<ItemOnCard> Promises, IReadOnlyList<MemberOnCard> Members, Lazy<CandidateRow>? Candidate);

public sealed record ItemOnCard(Guid Id, int Number, string Title, Guid? OwnerId, string? Owner, DateOnly? Due, Priority Priority, ActionItemState State, string? DeclinedBecause);

public sealed record IncidentOnCard(int Number, string Title, Severity Severity, string Summary, DateTimeOffset At, string Zone, int? Postmortem);

public sealed record OwnVote(VoteLevel Impact, VoteLevel Change, VoteLevel Learning);

/// <summary>How many said low, middle and high, in this order.</summary>
public sealed record VoteTally(IReadOnlyList<int> Impact, IReadOnlyList<int> Change, IReadOnlyList<int> Learning)
{
    internal static VoteTally Of(IReadOnlyCollection<OwnVote> votes) => new(Count(votes, vote => vote.Impact), Count(votes, vote => vote.Change), Count(votes, vote => vote.Learning));

    private static int[] Count(IReadOnlyCollection<OwnVote> votes, Func<OwnVote, VoteLevel> answer) =>
        [.. Enum.GetValues<VoteLevel>().Select(level => votes.Count(vote => answer(vote) == level))];
}

/// <param name="By">Shown to whoever wrote it only.</param>
public sealed record RetroCommentRow(Guid Id, Guid? CardId, Guid By, string Text, DateTimeOffset At);

public sealed record OwnPart(Guid Person, bool IsSeated, bool HasAnsweredPulse);

public sealed record PulseSums(int Learned, int NotLearned, IReadOnlyList<string> Changes);

/// <param name="Executed">How many of its decisions are carried out or in force.</param>
public sealed record PastRetro(int Number, DateTimeOffset MeetsAt, string Zone, IReadOnlyList<PastDecision> Decisions)
{
    public int Executed => Decisions.Count(decision => decision.State is DecisionState.Done or DecisionState.InForce);
}

/// <param name="About">What it was about: a pattern or an item.</param>
/// <param name="SeenSince">How often the pattern was seen since.</param>
public sealed record PastDecision(RetroDecision Decision, int? Pattern, string About, ItemOnCard? Item, DecisionState State, int SeenSince);

/// <summary>What became of a decision.</summary>
public enum DecisionState
{
    /// <summary>Its work is finished.</summary>
    Done,

    /// <summary>It holds: an accepted risk, a watch, something kept.</summary>
    InForce,

    /// <summary>Work goes on.</summary>
    Open,

    /// <summary>The date passed, or the trigger was reached: decide again.</summary>
    LookAgain,

    /// <summary>What it promised was declined.</summary>
    Dropped,
}
