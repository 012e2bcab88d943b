using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing;

internal static class PostmortemQueries
{
    /// <summary>What the actor may see: what is deleted stays in sight of those who can restore it.</summary>
    public static IQueryable<Postmortem> PostmortemsFor(this PostmortemsDb db, Actor actor) =>
        db.Postmortems.Where(p => p.Deletion == null || actor.MayEdit);

    /// <summary>For changing, tracked and with its incidents; nothing that is deleted changes.</summary>
    public static async Task<Postmortem?> PostmortemToChangeAsync(this PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        actor.MustEdit();
        return await db.Postmortems.Include(p => p.Incidents).SingleOrDefaultAsync(p => p.Number == number && p.Deletion == null, cancel);
    }

    /// <summary>Until the transaction ends nobody publishes, deletes or describes it; others may write at the same time.</summary>
    public static Task HoldAsItIsAsync(this PostmortemsDb db, int number, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM postmortems WHERE number = {number} FOR SHARE", cancel);

    /// <summary>Until the transaction ends nobody else changes it, its text included.</summary>
    public static Task HoldAloneAsync(this PostmortemsDb db, int number, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM postmortems WHERE number = {number} FOR NO KEY UPDATE", cancel);

    /// <summary>Two commands: the head, and the incidents with their services.</summary>
    public static async Task<PostmortemHead?> HeadAsync(this PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        var row = await db.PostmortemsFor(actor)
            .Where(p => p.Number == number)
            .Select(p => new
            {
                Postmortem = p,
                Version = EF.Property<uint>(p, "Version"),
                Owner = db.Users.Where(u => u.Id == p.OwnerId).Select(u => u.DisplayName).First(),
                Facilitator = db.Users.Where(u => u.Id == p.FacilitatorId).Select(u => u.DisplayName).FirstOrDefault(),
                Entries = db.TimelineEntries.Count(e => e.Deletion == null && p.Incidents.Any(about => about.IncidentId == e.IncidentId)),
                Causes = db.Causes.Count(c => c.PostmortemId == p.Id && c.Deletion == null),
                Edition = db.TemplateEditions.FirstOrDefault(e => e.TemplateId == p.TemplateId && e.Edition == p.TemplateEdition),
                ActionItems = db.ActionItems.Count(a => a.PostmortemId == p.Id && a.Deletion == null),
                OpenThreads = db.CommentThreads.Count(t => t.PostmortemId == p.Id && t.Resolution == null && t.Comments.Any(c => c.Deletion == null)),
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);

        if (row is null)
        {
            return null;
        }

        var postmortem = row.Postmortem;

        var head = new PostmortemHead(
            postmortem.Id,
            postmortem.Number,
            postmortem.Title,
            postmortem.Template,
            row.Edition?.ToTemplate() ?? Template.Find(postmortem.Template),
            new PersonChoice(postmortem.OwnerId, row.Owner),
            postmortem.FacilitatorId is { } facilitator ? new PersonChoice(facilitator, row.Facilitator ?? "") : null,
            postmortem.Review,
            postmortem.Publication,
            postmortem.Deletion,
            row.Version,
            await IncidentsOfAsync(db, postmortem.Id, cancel),
            row.Entries,
            row.Causes,
            row.ActionItems,
            row.OpenThreads)
        {
            ShowsRoles = postmortem.ShowsRoles,
        };

        return head.ShowsRoles && (await RolesOfMany.ForAsync(db, actor, [number], cancel)).Of(number) is { } roles ? head.With(roles) : head;
    }

    private static async Task<IReadOnlyList<AboutIncident>> IncidentsOfAsync(PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        var rows = await (
            from about in db.Set<PostmortemIncident>()
            join incident in db.Incidents on about.IncidentId equals incident.Id
            where about.PostmortemId == postmortem && incident.Deletion == null
            orderby incident.ListedAt, incident.Number
            select new
            {
                Incident = incident,
                Services = (from affected in incident.Services join service in db.Services on affected.ServiceId equals service.Id orderby service.Name select service.Name).ToList(),
            }).AsNoTracking().ToListAsync(cancel);

        return [.. rows.Select(row => new AboutIncident(
            row.Incident.Id,
            row.Incident.Number,
            row.Incident.Title,
            row.Incident.Severity,
            row.Incident.Zone,
            row.Incident.Times,
            row.Services))];
    }
}
