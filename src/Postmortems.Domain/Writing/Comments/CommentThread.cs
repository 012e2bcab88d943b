namespace Postmortems.Domain.Writing.Comments;

/// <summary>What people say to each other about a passage of a document, or about all of it. Nothing waits for it.</summary>
public sealed class CommentThread
{
    /// <summary>So many UTF-16 units of the passage are remembered as they were when the thread began.</summary>
    public const int LongestQuote = 1000;

    private readonly List<Comment> comments = [];

    private CommentThread()
    {
    }

    /// <param name="quote">The words of the passage, or nothing when the thread is about the whole document.</param>
    /// <param name="version">The version of the document at which the passage stands there.</param>
    public CommentThread(Guid id, Guid postmortemId, string quote, Passage passage, int version, Guid by, DateTimeOffset at)
    {
        Id = id;
        PostmortemId = postmortemId;
        Quote = quote;
        StartedBy = by;
        StartedAt = at;
        Stand(passage, version);
    }

    public Guid Id { get; private set; }

    public Guid PostmortemId { get; private set; }

    public string Quote { get; private set; } = "";

    public int StandsFrom { get; private set; }

    public int StandsTo { get; private set; }

    /// <summary>The version of the document to which the place belongs. It is brought forward now and then.</summary>
    public int PlacedAt { get; private set; }

    public Guid StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public Resolution? Resolution { get; private set; }

    public IReadOnlyList<Comment> Comments => comments;

    /// <summary>The passage moved with the text.</summary>
    public void Stand(Passage passage, int version) => (StandsFrom, StandsTo, PlacedAt) = (passage.From, passage.To, version);

    public void Resolve(Guid by, DateTimeOffset at) => Resolution ??= new Resolution(by, at);

    public void Reopen() => Resolution = null;
}

/// <summary>Who said that a thread is settled, and when.</summary>
public sealed record Resolution(Guid By, DateTimeOffset At);
