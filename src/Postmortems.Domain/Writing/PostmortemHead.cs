using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.Writing;

/// <summary>What stands above every tab of a postmortem.</summary>
public sealed record PostmortemHead(
    Guid Id,
    int Number,
    string Title,
    string Template,
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
    public PostmortemState State =>
        Publication is not null ? PostmortemState.Published : Review is not null ? PostmortemState.InReview : PostmortemState.Draft;
}
