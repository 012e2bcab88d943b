namespace Postmortems.Domain.Retros;

/// <summary>What one person thinks of a pattern before anybody talks. Shown as counts only, and only once it is revealed.</summary>
public sealed class RetroVote
{
    private RetroVote()
    {
    }

    public RetroVote(Guid card, Guid person, VoteLevel impact, VoteLevel change, VoteLevel learning)
    {
        (CardId, PersonId) = (card, person);
        Say(impact, change, learning);
    }

    public Guid CardId { get; private set; }

    public Guid PersonId { get; private set; }

    public VoteLevel Impact { get; private set; }

    /// <summary>How much we ourselves can change.</summary>
    public VoteLevel Change { get; private set; }

    /// <summary>How much there is to learn.</summary>
    public VoteLevel Learning { get; private set; }

    public void Say(VoteLevel impact, VoteLevel change, VoteLevel learning) => (Impact, Change, Learning) = (impact, change, learning);
}

public enum VoteLevel
{
    Low,
    Middle,
    High,
}
