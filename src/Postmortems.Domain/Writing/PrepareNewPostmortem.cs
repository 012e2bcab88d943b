using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing;

/// <summary>What somebody chooses from who begins a postmortem.</summary>
public sealed class PrepareNewPostmortem(IDbContextFactory<PostmortemsDb> databases)
{
    private const int RecentIncidents = 12;

    /// <param name="incident">The incident whose page the writer comes from; it stands first.</param>
    public async Task<PostmortemChoices> RunAsync(Actor actor, int? incident, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        var recent = await Choices(db, db.Incidents.Where(i => i.Deletion == null).OrderByDescending(i => i.ListedAt).ThenByDescending(i => i.Number).Take(RecentIncidents)).ToListAsync(cancel);

        if (incident is { } number && recent.All(i => i.Number != number))
        {
            recent.InsertRange(0, await Choices(db, db.Incidents.Where(i => i.Number == number && i.Deletion == null)).ToListAsync(cancel));
        }

        var people = await People.MayWrite(db).ToListAsync(cancel);
        var own = await db.TeamTemplates.Where(t => t.Deletion == null).OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new TemplateChoice(t.Id, t.Name, t.About)).ToListAsync(cancel);
        var suggestion = await SuggestAsync(db, [.. own.Select(t => t.Key), .. Template.All.Select(t => t.Key)], incident, cancel);

        return new PostmortemChoices(recent.OrderBy(i => i.Number != incident).ToList(), people, own, suggestion);
    }

    private static async Task<TemplateSuggestion> SuggestAsync(PostmortemsDb db, List<string> known, int? incident, CancellationToken cancel)
    {
        var about = await db.Incidents
            .Where(i => i.Number == incident && i.Deletion == null)
            .Select(i => new { Severity = (Severity?)i.Severity, Services = i.Services.Select(affected => affected.ServiceId).ToList() })
            .SingleOrDefaultAsync(cancel);

        return (await TemplateRules.ReadAsync(db, cancel)).Suggest(known, about?.Services ?? [], about?.Severity);
    }

    private static IQueryable<IncidentChoice> Choices(PostmortemsDb db, IQueryable<Incident> incidents) =>
        incidents.Select(i => new IncidentChoice(
            i.Id,
            i.Number,
            i.Title,
            i.Severity,
            i.ListedAt,
            i.Zone,
            db.Postmortems.Where(p => p.Deletion == null && p.Incidents.Any(about => about.IncidentId == i.Id)).OrderBy(p => p.Number).Select(p => (int?)p.Number).FirstOrDefault()));
}

/// <param name="Templates">The team's own.</param>
/// <param name="Suggestion">The template to begin with if nobody chooses another.</param>
public sealed record PostmortemChoices(
    IReadOnlyList<IncidentChoice> Incidents, IReadOnlyList<PersonChoice> People, IReadOnlyList<TemplateChoice> Templates, TemplateSuggestion Suggestion);

public sealed record TemplateChoice(Guid Id, string Name, string About)
{
    public string Key => TeamTemplate.KeyOf(Id);
}

/// <param name="Postmortem">The number of a postmortem that is already about it.</param>
public sealed record IncidentChoice(Guid Id, int Number, string Title, Severity Severity, DateTimeOffset ListedAt, string Zone, int? Postmortem);

public sealed record PersonChoice(Guid Id, string Name);
