using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.Domain.Timeline;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>
/// Finds fix steps that people repeat by hand in three or more incidents; each becomes a pattern of its own kind. A confirmed one gains what
/// grouping finds, because its watch must see every recurrence, and loses nothing by itself.
/// </summary>
internal static class RepeatedFixes
{
    public const int FewestIncidents = 3;

    public static async Task GroupAsync(PostmortemsDb db, Dictionary<Guid, Pattern> patterns, KnownMeanings meanings, DateTimeOffset now, CancellationToken cancel)
    {
        var steps = await ReadAsync(db, cancel);
        var groups = Grouping.Of([.. steps.Values.Select(step => step.ToStatement() with { Meaning = meanings.Of(step.Text) })])
            .Where(group => group.Members.Select(member => steps[member.Id].IncidentId).Distinct().Count() >= FewestIncidents)
            .ToList();
        var rows = await db.PatternFixSteps.ToDictionaryAsync(row => row.EntryId, cancel);
        var places = new Dictionary<Guid, (Pattern Pattern, Member? Member)>();

        foreach (var row in rows.Values.Where(row => patterns[row.PatternId].Confirmation is not null && steps.ContainsKey(row.EntryId.ToString("N"))))
        {
            places[row.EntryId] = (patterns[row.PatternId], null);
        }

        var taken = new HashSet<Guid>();

        foreach (var group in groups)
        {
            var known = group.Members
                .Select(member => rows.GetValueOrDefault(steps[member.Id].Id)?.PatternId).OfType<Guid>()
                .CountBy(id => id).Where(count => !taken.Contains(count.Key)).OrderByDescending(count => count.Value).ThenBy(count => count.Key)
                .Select(count => patterns[count.Key]).FirstOrDefault();
            var pattern = known ?? Found(db, patterns, now);
            taken.Add(pattern.Id);
            pattern.Share(group.Name, group.SharedTerms, group.Concepts);

            foreach (var member in group.Members.Where(member => places.GetValueOrDefault(steps[member.Id].Id).Pattern is not { } other || other == pattern))
            {
                places[steps[member.Id].Id] = (pattern, member);
            }
        }

        await SettleAsync(db, places, rows, steps, cancel);
        Count(patterns.Values, places, steps, now);
    }

    private static Pattern Found(PostmortemsDb db, Dictionary<Guid, Pattern> patterns, DateTimeOffset now)
    {
        var pattern = db.Patterns.Add(Pattern.OfFixes(now)).Entity;
        patterns.Add(pattern.Id, pattern);
        return pattern;
    }

    private static async Task SettleAsync(
        PostmortemsDb db, Dictionary<Guid, (Pattern Pattern, Member? Member)> places, Dictionary<Guid, PatternFixStep> rows, Dictionary<string, HandStep> steps, CancellationToken cancel)
    {
        List<Guid> leaving = [.. rows.Values.Where(row => places.GetValueOrDefault(row.EntryId).Pattern?.Id != row.PatternId).Select(row => row.EntryId)];

        foreach (var entry in leaving)
        {
            db.Entry(rows[entry]).State = EntityState.Detached;
        }

        // A step that moves must have left before it arrives.
        await db.PatternFixSteps.Where(row => leaving.Contains(row.EntryId)).ExecuteDeleteAsync(cancel);

        foreach (var (entry, (pattern, member)) in places.Where(place => place.Value.Member is not null))
        {
            var row = !leaving.Contains(entry) && rows.TryGetValue(entry, out var known) ? known : db.PatternFixSteps.Add(new PatternFixStep(pattern.Id, entry)).Entity;
            row.Measure(member!.Strength, member.SharedTerms, steps[member.Id].SeenAt);
        }
    }

    private static void Count(IEnumerable<Pattern> patterns, Dictionary<Guid, (Pattern Pattern, Member? Member)> places, Dictionary<string, HandStep> steps, DateTimeOffset now)
    {
        var incidents = places.Select(place => (place.Value.Pattern.Id, steps[place.Key.ToString("N")].IncidentId)).Distinct().CountBy(place => place.Id).ToDictionary();

        foreach (var pattern in patterns.Where(pattern => pattern.IsOfFixes))
        {
            pattern.Count(incidents.GetValueOrDefault(pattern.Id), now);
        }
    }

    internal static async Task<Dictionary<string, HandStep>> ReadAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var steps =
            from entry in db.TimelineEntries
            where entry.Deletion == null && entry.Fix != null && entry.Fix.Actor == FixActor.Person
                && (entry.Fix.Effect == FixEffect.Partial || entry.Fix.Effect == FixEffect.StoppedImpact)
            join incident in db.Incidents on entry.IncidentId equals incident.Id
            where incident.Deletion == null
            select new HandStep(entry.Id, incident.Id, entry.Text, entry.Fix!.Kind, incident.ListedAt);

        return await steps.ToDictionaryAsync(step => step.Id.ToString("N"), cancel);
    }

    internal sealed record HandStep(Guid Id, Guid IncidentId, string Text, string Kind, DateTimeOffset SeenAt)
    {
        public Statement ToStatement() => new(Id.ToString("N"), Text, Leaf: Kind, Kind: StatementKind.Fix);
    }
}
