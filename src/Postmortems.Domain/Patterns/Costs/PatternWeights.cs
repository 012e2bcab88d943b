using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns.Curation;

namespace Postmortems.Domain.Patterns.Costs;

/// <summary>Weighs all patterns after they were grouped, so that lists begin with what is dearest and surest.</summary>
internal static class PatternWeights
{
    public static async Task MeasureAsync(PostmortemsDb db, IReadOnlyCollection<Pattern> patterns, DateTimeOffset now, CancellationToken cancel)
    {
        List<Guid> ids = [.. patterns.Where(pattern => pattern.MergedIntoId is null).Select(pattern => pattern.Id)];
        var incidents = await PatternCosts.IncidentsOfAsync(db, ids, cancel);
        var belonging = await BelongingAsync(db, cancel);
        var waiting = await WaitingAsync(db, cancel);
        var typical = await TypicalImpactAsync(db, cancel);

        foreach (var pattern in patterns.Where(pattern => pattern.MergedIntoId is null))
        {
            var sure = pattern.Confirmation is not null ? 1 : belonging.GetValueOrDefault(pattern.Id);
            pattern.Weigh(Weighed.Of(pattern.PostmortemCount, [.. incidents[pattern.Id]], sure, typical), waiting.GetValueOrDefault(pattern.Id), now);
        }
    }

    /// <summary>How alike the members of each pattern are, on average; what people put there is sure.</summary>
    private static async Task<Dictionary<Guid, double>> BelongingAsync(PostmortemsDb db, CancellationToken cancel)
    {
        return await db.PatternMembers.GroupBy(member => member.PatternId)
            .Select(members => new { members.Key, Mean = members.Average(member => member.Strength == 0 ? 1 : member.Strength) })
            .ToDictionaryAsync(members => members.Key, members => members.Mean, cancel);
    }

    /// <summary>In how many postmortems or incidents stands what waits in the inbox to join a pattern: people have not answered, but it was seen.</summary>
    private static async Task<Dictionary<Guid, int>> WaitingAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var joining = await db.PatternSuggestions.Where(suggestion => suggestion.Answer == null && suggestion.Kind == SuggestionKind.Extend).Select(suggestion => new { suggestion.PatternId, suggestion.Members }).ToListAsync(cancel);
        List<Guid> ids = [.. joining.SelectMany(suggestion => suggestion.Members)];
        var told = ids.Count == 0 ? [] : await db.Causes.Where(cause => ids.Contains(cause.Id)).Select(cause => new { cause.Id, ToldIn = cause.PostmortemId })
            .Concat(db.TimelineEntries.Where(entry => ids.Contains(entry.Id)).Select(entry => new { entry.Id, ToldIn = entry.IncidentId }))
            .ToDictionaryAsync(statement => statement.Id, statement => statement.ToldIn, cancel);

        return joining.GroupBy(suggestion => suggestion.PatternId).ToDictionary(
            pattern => pattern.Key,
            pattern => pattern.SelectMany(suggestion => suggestion.Members).Where(told.ContainsKey).Select(statement => told[statement]).Distinct().Count());
    }

    /// <summary>The median impact of all incidents that tell theirs; near misses hurt nobody and say nothing of it.</summary>
    private static async Task<double> TypicalImpactAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var told = await db.Incidents
            .Where(incident => incident.Deletion == null && incident.Severity != Severity.NearMiss && incident.Impact != null && (incident.Mitigated != null || incident.Resolved != null))
            .Select(incident => new { From = incident.Impact!.At, Until = incident.Mitigated != null ? incident.Mitigated.At : incident.Resolved!.At })
            .ToListAsync(cancel);
        double[] minutes = [.. told.Select(impact => (impact.Until - impact.From).TotalMinutes).Where(minutes => minutes >= 0).Order()];

        return minutes.Length == 0 ? 0 : (minutes[(minutes.Length - 1) / 2] + minutes[minutes.Length / 2]) / 2;
    }
}
