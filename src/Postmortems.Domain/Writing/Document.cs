using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

/// <summary>The Markdown of a postmortem with its version. Every version is kept.</summary>
public sealed class Document
{
    /// <summary>UTF-16 units; a document larger than this is a file, not something people write.</summary>
    public const int LongestText = 6_000_000;

    private string text = "";
    private string? caughtUp;

    private Document()
    {
    }

    public Document(Guid postmortemId, string text, Guid by, DateTimeOffset at)
    {
        PostmortemId = postmortemId;
        Text = DocumentText.Accept(text);
        Version = 1;
        KeptVersion = 1;
        WrittenBy = by;
        WrittenAt = at;
    }

    public Guid PostmortemId { get; private set; }

    /// <summary>
    /// What it says now. Stored is what it said at <see cref="KeptVersion"/>, so that a key that is pressed costs as little in a
    /// long text as in a short one; what was typed since must be read beside it, see <see cref="CatchUp"/>.
    /// </summary>
    public string Text
    {
        get => caughtUp ?? (Version == KeptVersion ? text : throw new InvalidOperationException("What was typed since this text was stored has not been read."));
        private set => (text, caughtUp) = (value, null);
    }

    /// <summary>Counts up by one with each change; a writer says which version theirs began from.</summary>
    public int Version { get; private set; }

    /// <summary>The newest version whose whole text is kept and that search knows. Between two of them stand single changes.</summary>
    public int KeptVersion { get; private set; }

    public Guid WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public DocumentVersion Current => new(PostmortemId, Version, Text, WrittenBy, WrittenAt);

    /// <returns>False when somebody else wrote in between, so that both texts can be shown; nothing is changed then.</returns>
    public bool Write(string text, int basedOn, Guid by, DateTimeOffset at)
    {
        if (basedOn != Version)
        {
            return false;
        }

        Text = DocumentText.Accept(text);
        Version++;
        KeptVersion = Version;
        WrittenBy = by;
        WrittenAt = at;
        return true;
    }

    /// <param name="typed">All that was accepted after <see cref="KeptVersion"/>, in order.</param>
    public void CatchUp(IReadOnlyList<DocumentChange> typed)
    {
        if (typed.Count != Version - KeptVersion)
        {
            throw new InvalidOperationException($"{Version - KeptVersion} changes were typed since this text was stored, not {typed.Count}.");
        }

        caughtUp = DocumentBuffer.TextAfter(text, typed.Select(change => change.Changes));
    }

    /// <returns>The whole text as it is now, to be kept.</returns>
    public DocumentVersion Keep()
    {
        (text, caughtUp) = (Text, null);
        KeptVersion = Version;
        return Current;
    }
}

/// <summary>What a document said at one version, by whom and when.</summary>
public sealed record DocumentVersion(Guid PostmortemId, int Version, string Text, Guid By, DateTimeOffset At);
