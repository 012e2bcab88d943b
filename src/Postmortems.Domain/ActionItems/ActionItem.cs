namespace Postmortems.Domain.ActionItems;

/// <summary>A promise made in a postmortem: one owner, one due date, one outcome that can be checked.</summary>
public sealed class ActionItem
{
    public const int LongestTitle = 300;
    public const int LongestDoneWhen = 1000;
    public const int LongestLink = 2000;
    public const int LongestOwnerAsWritten = 200;
    public const string NoLink = "This is no address of a page. Copy it from your tracker; it begins with https://.";

    private readonly List<ActionItemCause> causes = [];

    private ActionItem()
    {
    }

    /// <param name="id">Made by whoever asks, so that asking twice makes one item.</param>
    public ActionItem(Guid postmortemId, string title, ActionItemType type, Priority priority, Guid by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        PostmortemId = postmortemId;
        CreatedBy = by;
        CreatedAt = at;
        Promise(title, type, priority, doneWhen: "", link: "");
    }

    public Guid Id { get; private set; }

    /// <summary>The number in ACT-131, given by the database.</summary>
    public int Number { get; private set; }

    public Guid PostmortemId { get; private set; }

    public string Title { get; private set; } = "";

    public Guid? OwnerId { get; private set; }

    /// <summary>The owner as an imported document named them, until somebody with an account takes it.</summary>
    public string OwnerAsWritten { get; private set; } = "";

    public DateOnly? Due { get; private set; }

    public Priority Priority { get; private set; }

    public ActionItemType Type { get; private set; }

    /// <summary>The end state that somebody else can check.</summary>
    public string DoneWhen { get; private set; } = "";

    public string Link { get; private set; } = "";

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>The work is done, with what shows it; somebody may still verify the effect.</summary>
    public Closure? Closure { get; private set; }

    public Verification? Verification { get; private set; }

    public Decline? Decline { get; private set; }

    /// <summary>When it was closed or declined, whichever it was, or <see cref="Unstated.Time"/>; lists of what is settled go by it.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    public IReadOnlyList<ActionItemCause> Causes => causes;

    public bool IsOpen => Closure is null && Decline is null;

    public ActionItemState State =>
        Decline is not null ? ActionItemState.Declined
        : Verification is not null ? ActionItemState.Verified
        : Closure is not null ? ActionItemState.Done
        : StartedAt is not null ? ActionItemState.InProgress
        : ActionItemState.Open;

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;

    public void Promise(string title, ActionItemType type, Priority priority, string doneWhen, string link)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RuleBrokenException("action-item/empty", "Say what will be done.");
        }

        if (!CanLinkTo(link))
        {
            throw new RuleBrokenException("action-item/link", NoLink);
        }

        Title = title.Trim();
        Type = type;
        Priority = priority;
        DoneWhen = doneWhen.Trim();
        Link = link.Trim();
    }

    /// <summary>Nothing, or an address on the web: a click must not run what somebody typed.</summary>
    public static bool CanLinkTo(string? link) =>
        string.IsNullOrWhiteSpace(link) || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));

    public void GiveTo(Guid? ownerId, DateOnly? due)
    {
        OwnerId = ownerId;
        Due = due;
    }

    public void WasWrittenFor(string owner) => OwnerAsWritten = owner.Trim();

    /// <summary>For a reader who is to see other words than those stored; an item that is shown so is never saved.</summary>
    internal void SayWith(Func<string, string> words)
    {
        Title = words(Title);
        OwnerAsWritten = words(OwnerAsWritten);
        DoneWhen = words(DoneWhen);
        Closure = Closure is { } closure ? closure with { Evidence = words(closure.Evidence) } : null;
        Decline = Decline is { } decline ? decline with { Reason = words(decline.Reason) } : null;
    }

    public void Serves(IEnumerable<Guid> causeIds)
    {
        var wanted = causeIds.ToHashSet();
        causes.RemoveAll(c => !wanted.Contains(c.CauseId));
        causes.AddRange(wanted.Except(causes.Select(c => c.CauseId)).Select(id => new ActionItemCause(Id, id)).ToList());
    }

    public void Start(DateTimeOffset at)
    {
        MustBeOpen();
        StartedAt ??= at;
    }

    public void PutBack()
    {
        MustBeOpen();
        StartedAt = null;
    }

    public void Close(Guid by, string evidence, DateTimeOffset at)
    {
        MustBeOpen();

        if (string.IsNullOrWhiteSpace(evidence))
        {
            throw new RuleBrokenException("action-item/no-evidence", "Add a link or a sentence that shows the work is done.");
        }

        Closure = new Closure(by, evidence.Trim(), at);
        SettledAt = at;
    }

    /// <summary>Somebody saw that the work had the effect that was promised.</summary>
    public void Verify(Guid by, DateTimeOffset at)
    {
        if (Closure is null)
        {
            throw new RuleBrokenException("action-item/not-done", "Only work that is done can be verified.");
        }

        Verification ??= new Verification(by, at);
    }

    public void DeclineWith(Guid by, string reason, DateTimeOffset at)
    {
        MustBeOpen();

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBrokenException("action-item/no-reason", "Say why it will not be done. The next postmortem may ask.");
        }

        Decline = new Decline(by, reason.Trim(), at);
        SettledAt = at;
    }

    public void Reopen()
    {
        Closure = null;
        Verification = null;
        Decline = null;
        SettledAt = null;
    }

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBrokenException("action-item/closed", "This action item is already closed. Reopen it first.");
        }
    }
}

/// <summary>Who closed an action item, what shows that it is done, and when.</summary>
public sealed record Closure(Guid By, string Evidence, DateTimeOffset At);

/// <summary>Who saw that the work had its effect, and when.</summary>
public sealed record Verification(Guid By, DateTimeOffset At);

/// <summary>Who decided against an action item, why, and when.</summary>
public sealed record Decline(Guid By, string Reason, DateTimeOffset At);

/// <summary>That an action item addresses a cause.</summary>
public sealed record ActionItemCause(Guid ActionItemId, Guid CauseId);
