namespace Postmortems.Domain.Reviews;

/// <summary>A dated correction of a published postmortem, with a sentence that readers see.</summary>
public sealed class Amendment
{
    public const int LongestNote = 500;

    private Amendment()
    {
    }

    /// <param name="version">The version of the document that the amendment made.</param>
    public Amendment(Guid postmortemId, int version, string note, Guid by, DateTimeOffset at)
        : this(postmortemId, note, by, at) => Version = version;

    /// <param name="changes">What changed beside the document, in words for readers: title, people, incidents.</param>
    public Amendment(Guid postmortemId, string changes, string note, Guid by, DateTimeOffset at)
        : this(postmortemId, note, by, at) => Changes = changes;

    private Amendment(Guid postmortemId, string note, Guid by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            throw new RuleBrokenException("amendment/no-note", "Say in a sentence what you correct. Readers will see it with the date.");
        }

        if (note.Trim().Length > LongestNote || note.Any(char.IsControl))
        {
            throw new RuleBrokenException("amendment/note", $"Say in one line of at most {LongestNote} characters what you correct.");
        }

        PostmortemId = postmortemId;
        Note = note.Trim();
        By = by;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PostmortemId { get; private set; }

    /// <summary>Null when the document stayed as it was.</summary>
    public int? Version { get; private set; }

    /// <summary>Null when only the document changed; its two versions say how.</summary>
    public string? Changes { get; private set; }

    public string Note { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
