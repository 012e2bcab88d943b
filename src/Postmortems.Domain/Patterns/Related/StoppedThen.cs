using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns.Related;

/// <summary>Which fix steps ended or eased the impact in incidents, and in those of the members of patterns. What ended it comes first.</summary>
internal sealed record StoppedThen(ILookup<Guid, StoppingFix> Incidents, ILookup<int, StoppingFix> Patterns, ILookup<int, string> Names)
{
    /// <param name="own">The incident that asks; what it did itself is no news.</param>
    public static async Task<StoppedThen> OfAsync(PostmortemsDb db, Guid own, List<Guid> incidents, List<int> patterns, CancellationToken cancel)
    {
        var members = await (
            from pattern in db.Patterns
            where patterns.Contains(pattern.Number)
            join member in db.PatternMembers on pattern.Id equals member.PatternId
            join cause in db.Causes on member.CauseId equals cause.Id
            from about in db.Set<Writing.PostmortemIncident>()
            where about.PostmortemId == cause.PostmortemId && about.IncidentId != own
            select new { pattern.Number, pattern.Name, about.IncidentId }).Distinct().ToListAsync(cancel);

        List<Guid> all = [.. incidents.Concat(members.Select(member => member.IncidentId)).Distinct()];
        var fixes = await (
            from entry in db.TimelineEntries
            where all.Contains(entry.IncidentId) && entry.Deletion == null && entry.Fix != null
                && (entry.Fix.Effect == FixEffect.StoppedImpact || entry.Fix.Effect == FixEffect.Partial)
            join incident in db.Incidents on entry.IncidentId equals incident.Id
            where incident.Deletion == null
            orderby entry.Fix!.Effect descending, incident.ListedAt descending, entry.Order
            select new { incident.Id, Fix = new StoppingFix(incident.Number, entry.Text, entry.Fix!.Effect, entry.Fix.Minutes == 0 ? null : entry.Fix.Minutes) }).ToListAsync(cancel);

        var byIncident = fixes.ToLookup(fix => fix.Id, fix => fix.Fix);
        return new StoppedThen(
            byIncident,
            members.SelectMany(member => byIncident[member.IncidentId].Select(fix => (member.Number, fix))).ToLookup(pair => pair.Number, pair => pair.fix),
            members.DistinctBy(member => member.Number).ToLookup(member => member.Number, member => member.Name));
    }
}
