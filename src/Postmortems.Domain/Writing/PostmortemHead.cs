using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing;

/// <summary>What stands above every tab of a postmortem.</summary>
/// <param name="Template">The key of the template that it began from.</param>
/// <param name="Guide">That template as it was then, with the help for each section; null for what was written elsewhere.</param>
public sealed record PostmortemHead(
    Guid Id,
    int Number,
    string Title,
    string Template,
    Template? Guide,
    PersonChoice Owner,
    PersonChoice? Facilitator,
    ReviewRequest? Review,
    Publication? Publication,
    Deletion? Deletion,
    uint Version,
    IReadOnlyList<AboutIncident> Incidents,
    int Entries,
    int Causes,
    int ActionItems,
    int OpenThreads)
{
    /// <summary>Readers who had no part in it see roles where the published text names people.</summary>
    public bool ShowsRoles { get; init; }

    /// <summary>Set where the reader sees roles instead of names; the head says them already.</summary>
    public RoleTokens? Roles { get; init; }

    public PostmortemState State =>
        Publication is not null ? PostmortemState.Published : Review is not null ? PostmortemState.InReview : PostmortemState.Draft;
}
