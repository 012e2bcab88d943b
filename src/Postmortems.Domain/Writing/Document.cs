namespace Postmortems.Domain.Writing;

/// <summary>The Markdown of a postmortem with its version. Every version is kept.</summary>
public sealed class Document
{
    /// <summary>UTF-16 units; a document larger than this is a file, not something people write.</summary>
    public const int LongestText = 6_000_000;

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

    public string Text { get; private set; } = "";

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

    /// <summary>What became of the text by changes of people who write at the same time, each of them a version.</summary>
    public void Take(string text, int changes, Guid by, DateTimeOffset at)
    {
        Text = text;
        Version += changes;
        WrittenBy = by;
        WrittenAt = at;
    }

    /// <returns>The whole text as it is now, to be kept.</returns>
    public DocumentVersion Keep()
    {
        KeptVersion = Version;
        return Current;
    }
}

/// <summary>What a document said at one version, by whom and when.</summary>
public sealed record DocumentVersion(Guid PostmortemId, int Version, string Text, Guid By, DateTimeOffset At);
