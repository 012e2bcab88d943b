using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads what causes or fix steps say, as the actor may read it: with roles where a postmortem shows roles instead of names.</summary>
internal static class QuotedStatements
{
    /// <returns>By their ids; without those that nobody told.</returns>
    public static async Task<IReadOnlyDictionary<Guid, QuotedStatement>> OfAsync(PostmortemsDb db, Actor actor, bool ofFixes, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, QuotedStatement>();
        }

        var quotes = await (ofFixes ? FixSteps(db, ids) : Causes(db, ids)).ToListAsync(cancel);
        var roles = await RolesOfStatements.ForAsync(db, actor, Numbers(ofFixes: false), Numbers(ofFixes: true), cancel);
        return quotes.Select(roles.In).Select(quote => quote with { Text = QuotedWords.Of(quote.Text) }).ToDictionary(quote => quote.Id);

        IEnumerable<int> Numbers(bool ofFixes) => quotes.Where(quote => quote.IsFix == ofFixes).Select(quote => quote.Number);
    }

    /// <summary>The same for patterns of both kinds: one command for the causes and one for the fix steps.</summary>
    public static async Task<IReadOnlyDictionary<Guid, QuotedStatement>> OfAsync(PostmortemsDb db, Actor actor, IReadOnlyCollection<(bool OfFixes, IEnumerable<Guid> Ids)> asked, CancellationToken cancel)
    {
        var causes = await OfAsync(db, actor, ofFixes: false, Those(false), cancel);
        var steps = await OfAsync(db, actor, ofFixes: true, Those(true), cancel);
        return causes.Concat(steps).ToDictionary();

        Guid[] Those(bool ofFixes) => [.. asked.Where(some => some.OfFixes == ofFixes).SelectMany(some => some.Ids).Distinct()];
    }

    private static IQueryable<QuotedStatement> Causes(PostmortemsDb db, IReadOnlyCollection<Guid> ids) =>
        from cause in db.Causes
        where ids.Contains(cause.Id)
        join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
        select new QuotedStatement(
            cause.Id, false, cause.Statement, postmortem.Number, postmortem.Title, cause.Leaf,
            db.Services.Where(service => service.Id == cause.ServiceId).Select(service => service.Name).FirstOrDefault(),
            (from member in db.PatternMembers
             join pattern in db.Patterns on member.PatternId equals pattern.Id
             where member.StatementId == cause.Id && pattern.FadedAt == null
             select (int?)pattern.Number).FirstOrDefault());

    private static IQueryable<QuotedStatement> FixSteps(PostmortemsDb db, IReadOnlyCollection<Guid> ids) =>
        from entry in db.TimelineEntries
        where ids.Contains(entry.Id)
        join incident in db.Incidents on entry.IncidentId equals incident.Id
        select new QuotedStatement(
            entry.Id, true, entry.Text, incident.Number, incident.Title, entry.Fix!.Kind, null,
            (from member in db.PatternMembers
             join pattern in db.Patterns on member.PatternId equals pattern.Id
             where member.StatementId == entry.Id && pattern.FadedAt == null
             select (int?)pattern.Number).FirstOrDefault());
}

/// <summary>A cause of a postmortem, or a fix step by hand of an incident, in its writer's words without their Markdown.</summary>
/// <param name="Number">Of the postmortem, or of the incident.</param>
/// <param name="Leaf">The kind of cause, or of fix, that its writer chose.</param>
/// <param name="Service">Of causes, where somebody said so.</param>
/// <param name="Pattern">The number of the pattern that it stands in.</param>
public sealed record QuotedStatement(Guid Id, bool IsFix, string Text, int Number, string Title, string? Leaf, string? Service, int? Pattern)
{
    public string Place => IsFix ? $"INC-{Number}" : $"PM-{Number}";
}
