using Postmortems.Domain.Writing.Comments;

namespace Postmortems.Web.Writing.Comments;

/// <summary>What somebody says: a thread begun, an answer, or a comment in other words.</summary>
public sealed class CommentForm
{
    public const string Name = "comment";

    /// <summary>Made when the form was shown; of the comment that is changed, its own.</summary>
    public Guid Id { get; set; }

    /// <summary>The thread that is answered.</summary>
    public Guid? Thread { get; set; }

    /// <summary>Which state of the comment is changed.</summary>
    public uint? Version { get; set; }

    public string? Text { get; set; }

    /// <summary>The words that a new thread is about.</summary>
    public string? Quote { get; set; }

    /// <summary>Where the editor marked them, and at which version of the document.</summary>
    public int? From { get; set; }

    public int? To { get; set; }

    public int? MarkedAt { get; set; }

    public bool Begins => Thread is null && Version is null;

    public NewThread Said() => new(
        Id,
        Text ?? "",
        Quote ?? "",
        From is { } from && To is { } to && MarkedAt is { } version ? new MarkedPlace(new Passage(from, to), version) : null);
}
