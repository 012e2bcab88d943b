using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing;

/// <summary>What a new description of a postmortem changes, in words that readers understand without knowing the old one.</summary>
internal static class DescriptionChanges
{
    /// <param name="incidents">The incidents that it shall be about: number and id.</param>
    /// <returns>Empty when everything stays.</returns>
    public static async Task<string> OfAsync(
        PostmortemsDb db, Postmortem before, PostmortemDescription after, IReadOnlyDictionary<int, Guid> incidents, CancellationToken cancel)
    {
        var people = new Guid?[] { before.OwnerId, before.FacilitatorId, after.OwnerId, after.FacilitatorId };
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var was = before.Incidents.Select(about => about.IncidentId).ToList();
        var numbers = await db.Incidents.Where(incident => was.Contains(incident.Id)).Select(incident => incident.Number).ToListAsync(cancel);

        return string.Join(' ', new[]
        {
            Change("Title", $"“{before.Title}”", $"“{after.Title.Trim()}”"),
            Change("Owner", Name(before.OwnerId), Name(after.OwnerId)),
            Change("Facilitator", Name(before.FacilitatorId), Name(after.FacilitatorId)),
            Change("Incidents", Said(numbers), Said(incidents.Keys)),
        }.OfType<string>());

        string Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "somebody") : "nobody yet";
    }

    private static string? Change(string what, string before, string after) => before == after ? null : $"{what}: was {before}, is now {after}.";

    private static string Said(IEnumerable<int> incidents) => string.Join(", ", incidents.Order().Select(number => $"INC-{number}"));
}
