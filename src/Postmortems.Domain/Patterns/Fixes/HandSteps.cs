using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Reads the fix steps of patterns, newest incident first, in the order in which they were done.</summary>
internal static class HandSteps
{
    private const int Most = 2000;

    public static Task<List<HandStepRow>> OfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, CancellationToken cancel) => Of(db, patterns).ToListAsync(cancel);

    /// <summary>As the actor may read them.</summary>
    public static async Task<List<HandStepRow>> ShownAsync(PostmortemsDb db, Actor actor, IReadOnlyCollection<Guid> patterns, CancellationToken cancel)
    {
        var steps = await OfAsync(db, patterns, cancel);
        var roles = await RolesOfStatements.ForAsync(db, actor, [], steps.Select(step => step.Incident), cancel);

        return steps.ConvertAll(step => step with
        {
            IncidentTitle = roles.OfIncident(step.Incident, step.IncidentTitle),
            Text = roles.OfIncident(step.Incident, step.Text),
            Evidence = roles.OfIncident(step.Incident, step.Evidence),
        });
    }

    private static IQueryable<HandStepRow> Of(PostmortemsDb db, IReadOnlyCollection<Guid> patterns) =>
        (from row in db.PatternMembers
         where patterns.Contains(row.PatternId)
         join entry in db.TimelineEntries on row.StatementId equals entry.Id
         join incident in db.Incidents on entry.IncidentId equals incident.Id
         where entry.Deletion == null && incident.Deletion == null && entry.Fix != null
         orderby row.SeenAt descending, incident.Number, entry.Order
         select new HandStepRow(
             row.PatternId, entry.Id, incident.Number, incident.Title, entry.Text, entry.Evidence, entry.Fix!.Kind, entry.Fix.Minutes, entry.Fix.Effect, row.SeenAt, row.Strength, row.SharedTerms)).Take(Most);
}

/// <param name="Incident">The number of the incident.</param>
/// <param name="Evidence">A link or a command, as it was recorded.</param>
public sealed record HandStepRow(
    Guid PatternId, Guid EntryId, int Incident, string IncidentTitle, string Text, string Evidence, string Kind, int? Minutes, FixEffect Effect, DateTimeOffset SeenAt, double Strength, List<string> SharedTerms);
