namespace Postmortems.Domain.Writing.Comments;

/// <summary>What one person said in a thread. Only that person changes it or takes it back.</summary>
public sealed class Comment
{
    /// <summary>UTF-16 units.</summary>
    public const int LongestText = 10_000;

    private Comment()
    {
    }

    public Comment(Guid id, Guid threadId, string text, Guid by, DateTimeOffset at)
    {
        Id = id;
        ThreadId = threadId;
        Text = Accept(text);
        By = by;
        At = at;
    }

    public Guid Id { get; private set; }

    public Guid ThreadId { get; private set; }

    public string Text { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    public void Change(string text, Guid by, DateTimeOffset at)
    {
        MustBeOf(by);
        var said = Accept(text);

        if (said != Text)
        {
            Text = said;
            ChangedAt = at;
        }
    }

    public void Delete(Guid by, DateTimeOffset at)
    {
        MustBeOf(by);
        Deletion ??= new Deletion(by, at);
    }

    public void Restore(Guid by)
    {
        MustBeOf(by);
        Deletion = null;
    }

    private static string Accept(string text) =>
        DocumentText.Accept(text).Trim() switch
        {
            "" => throw new RuleBrokenException("comment/empty", "Write what you want to say."),
            { Length: > LongestText } => throw new RuleBrokenException("comment/too-long", $"A comment holds up to {LongestText:N0} characters. Longer thoughts belong in the document."),
            var said => said,
        };

    private void MustBeOf(Guid person)
    {
        if (person != By)
        {
            throw new RuleBrokenException("comment/of-somebody-else", "Only who wrote a comment can change it or take it back.");
        }
    }
}

/// <summary>That a comment calls somebody by name.</summary>
public sealed record Mention(Guid CommentId, Guid UserId);
