using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.ActionItems;

/// <summary>Which action items a list shows. What is not set lets everything through.</summary>
/// <param name="Words">Beginnings of words in the title, all of them.</param>
/// <param name="ServiceId">A service that an incident of the postmortem affected.</param>
public sealed record ActionItemFilter(
    Guid? OwnerId = null,
    Guid? ServiceId = null,
    Priority? Priority = null,
    ActionItemType? Type = null,
    string? Words = null)
{
    public bool IsSet => this != new ActionItemFilter();
}

internal static class FilteredActionItems
{
    public static IQueryable<ActionItem> By(this IQueryable<ActionItem> items, PostmortemsDb db, ActionItemFilter filter)
    {
        if (TitleWords.Query(filter.Words) is { } words)
        {
            items = items.Where(item => EF.Functions.ToTsVector("simple", item.Title).Matches(EF.Functions.ToTsQuery("simple", words)));
        }

        if (filter.OwnerId is { } owner)
        {
            items = items.Where(item => item.OwnerId == owner);
        }

        if (filter.Priority is { } priority)
        {
            items = items.Where(item => item.Priority == priority);
        }

        if (filter.Type is { } type)
        {
            items = items.Where(item => item.Type == type);
        }

        return filter.ServiceId is { } service ? items.Where(item => Affecting(db, service).Any(about => about.PostmortemId == item.PostmortemId)) : items;
    }

    private static IQueryable<PostmortemIncident> Affecting(PostmortemsDb db, Guid service) =>
        db.Set<PostmortemIncident>().Where(about => db.Set<IncidentService>().Any(affected => affected.IncidentId == about.IncidentId && affected.ServiceId == service));
}
