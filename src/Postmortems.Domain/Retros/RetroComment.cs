namespace Postmortems.Domain.Retros;

/// <summary>What somebody wrote while they read the pack alone. Others read it when the meeting comes to its card.</summary>
public sealed class RetroComment
{
    public const int LongestText = 2000;

    private RetroComment()
    {
    }

    /// <param name="card">Null for the retro as a whole, which is read at the opening.</param>
    /// <param name="id">Made by the form, so that sending it twice says it once.</param>
    public RetroComment(Guid id, Guid retro, Guid? card, Guid by, string text, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleBrokenException("retro/empty-comment", "Write what you noticed or what you would ask.");
        }

        if (text.Trim().Length > LongestText)
        {
            throw new RuleBrokenException("retro/long-comment", "Keep a comment below 2,000 characters; the meeting has the rest.");
        }

        (Id, RetroId, CardId, By, Text, At) = (id, retro, card, by, text.Trim(), at);
    }

    public Guid Id { get; private set; }

    public Guid RetroId { get; private set; }

    public Guid? CardId { get; private set; }

    public Guid By { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>That somebody takes part, and whether they have answered the pulse. What they answered stands elsewhere, without them.</summary>
public sealed class RetroSeat
{
    private RetroSeat()
    {
    }

    public RetroSeat(Guid retro, Guid person) => (RetroId, PersonId) = (retro, person);

    public Guid RetroId { get; private set; }

    public Guid PersonId { get; private set; }

    public bool HasAnsweredPulse { get; private set; }
}

/// <summary>
/// What the pulse of a retro adds up to. Only sums and words in the order of their letters: no row, time or order leads back to
/// who answered.
/// </summary>
public sealed class RetroPulse
{
    public const int LongestWords = 500;

    /// <summary>Below this many answers somebody could guess whose is whose.</summary>
    public const int FewestShown = 3;

    private RetroPulse()
    {
    }

    public Guid RetroId { get; private set; }

    public int Learned { get; private set; }

    public int NotLearned { get; private set; }

    /// <summary>What people would change in the format.</summary>
    public List<string> Changes { get; private set; } = [];
}
