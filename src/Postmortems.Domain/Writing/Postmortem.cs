using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.Writing;

/// <summary>The learning about one or more incidents: a document, causes, action items, review, publication.</summary>
public sealed class Postmortem
{
    public const int LongestTitle = 200;

    private readonly List<PostmortemIncident> incidents = [];

    private Postmortem()
    {
    }

    /// <param name="id">Made by the form, so that sending it twice creates one postmortem.</param>
    public Postmortem(string title, string template, Guid ownerId, IEnumerable<Guid> incidentIds, DateTimeOffset at, Guid? by = null, Guid? id = null)
    {
        Id = id ?? Id;
        Rename(title);
        Template = template;
        OwnerId = ownerId;
        CreatedBy = by ?? ownerId;
        CreatedAt = at;
        About(incidentIds);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The number in PM-88, given by the database.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Key of the template that it began from, or "imported".</summary>
    public string Template { get; private set; } = "";

    /// <summary>The template of the team's own that it began from.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>Which edition of it, so that its help stays the one it began with.</summary>
    public int? TemplateEdition { get; private set; }

    public Guid OwnerId { get; private set; }

    public Guid? FacilitatorId { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Set from the moment somebody asks for review until it is sent back.</summary>
    public ReviewRequest? Review { get; private set; }

    public Publication? Publication { get; private set; }

    public Deletion? Deletion { get; private set; }

    /// <summary>Readers who had no part in it see roles where the published text names people.</summary>
    public bool ShowsRoles { get; private set; }

    public IReadOnlyList<PostmortemIncident> Incidents => incidents;

    public PostmortemState State =>
        Publication is not null ? PostmortemState.Published : Review is not null ? PostmortemState.InReview : PostmortemState.Draft;

    public void BeganFrom(Guid template, int edition)
    {
        TemplateId = template;
        TemplateEdition = edition;
    }

    public void Rename(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RuleBrokenException("postmortem/no-title", "Give it a title that says what people noticed.");
        }

        Title = title.Trim();
    }

    public void HandTo(Guid ownerId, Guid? facilitatorId)
    {
        OwnerId = ownerId;
        FacilitatorId = facilitatorId;
    }

    public void About(IEnumerable<Guid> incidentIds)
    {
        var wanted = incidentIds.ToHashSet();

        if (wanted.Count == 0)
        {
            throw new RuleBrokenException("postmortem/no-incident", "A postmortem is about at least one incident. Near misses count.");
        }

        incidents.RemoveAll(i => !wanted.Contains(i.IncidentId));
        incidents.AddRange(wanted.Except(incidents.Select(i => i.IncidentId)).Select(id => new PostmortemIncident(Id, id)).ToList());
    }

    public void AskForReview(Guid by, DateTimeOffset at)
    {
        if (Publication is not null)
        {
            throw new RuleBrokenException("postmortem/already-published", "This postmortem is published. Correct it by an amendment.");
        }

        Review ??= new ReviewRequest(by, at);
    }

    public void SendBack()
    {
        if (Publication is not null)
        {
            throw new RuleBrokenException("postmortem/already-published", "This postmortem is published. Correct it by an amendment.");
        }

        Review = null;
    }

    public void Publish(Guid by, DateTimeOffset at)
    {
        if (Review is null)
        {
            throw new RuleBrokenException("postmortem/not-reviewed", "Ask for a review before you publish.");
        }

        Publication ??= new Publication(by, at);
    }

    /// <summary>An imported document was finished elsewhere: it is published from the start.</summary>
    public void ArriveFinished(Guid by, DateTimeOffset at)
    {
        Review ??= new ReviewRequest(by, at);
        Publication ??= new Publication(by, at);
    }

    public void ShowRoles(bool on) => ShowsRoles = on;

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;
}

public enum PostmortemState
{
    Draft,
    InReview,
    Published,
}

/// <summary>That a postmortem is about an incident.</summary>
public sealed record PostmortemIncident(Guid PostmortemId, Guid IncidentId);
