using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Retros;

namespace Postmortems.Domain.Home;

/// <param name="Waiting">What to write or to review.</param>
/// <param name="Mentions">Threads in which the reader is called by name and has not answered.</param>
/// <param name="Escalated">What retros handed on to the reader.</param>
/// <param name="Mine">Open action items of the reader, soonest first, one more than is shown when there are more.</param>
/// <param name="IsEmpty">Nothing was ever written here.</param>
public sealed record HomeView(
    IReadOnlyList<WaitingPostmortem> Waiting,
    IReadOnlyList<WaitingMention> Mentions,
    IReadOnlyList<Escalation> Escalated,
    IReadOnlyList<ActionItemRow> Mine,
    IReadOnlyList<SeenAgain> SeenAgain,
    IReadOnlyList<ToLearnFrom> New,
    IReadOnlyList<YearAgo> YearAgo,
    bool IsEmpty);

/// <param name="AskedAt">When somebody asked for a review, or null while it is a draft.</param>
public sealed record WaitingPostmortem(
    int Number, string Title, bool IsOwner, bool IsFacilitator, string Owner, DateTimeOffset CreatedAt, DateTimeOffset? AskedAt, string? AskedBy);

/// <param name="By">Who calls.</param>
public sealed record WaitingMention(Guid Thread, int Postmortem, string Title, string By, string Text, DateTimeOffset At);

/// <summary>A pattern that came back after its automation shipped, or may have.</summary>
/// <param name="Times">Nothing where only a suggestion that waits in the inbox says so.</param>
/// <param name="IsYours">The reader owns its automation.</param>
public sealed record SeenAgain(int Number, string Name, DateTimeOffset ShippedAt, int Times, DateTimeOffset LastSeen, bool IsYours);

/// <param name="OpenItems">Action items that are still open a year later.</param>
public sealed record YearAgo(int Number, string Title, Severity Severity, DateTimeOffset At, int OpenItems);

/// <param name="Text">The beginning of its document.</param>
public sealed record PublishedPostmortem(int Number, string Title, Severity Severity, List<string> Services, string Text);

/// <param name="Sentence">One sentence of its lessons, or of its summary; null when it has neither.</param>
/// <param name="Minutes">How long it takes to read.</param>
public sealed record ToLearnFrom(int Number, string Title, Severity Severity, IReadOnlyList<string> Services, string? Sentence, int Minutes)
{
    private const int WordsAMinute = 220;

    public static ToLearnFrom Of(PublishedPostmortem from)
    {
        var words = from.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length;
        return new ToLearnFrom(from.Number, from.Title, from.Severity, from.Services, QuotedSentence.Of(from.Text), Math.Max(1, (int)Math.Round((double)words / WordsAMinute)));
    }
}
