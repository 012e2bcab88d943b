using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>Roles for whatever shows words of one postmortem or of several: for each that withholds names from a reader.</summary>
internal sealed class RolesOfMany
{
    private static readonly RolesOfMany None = new([]);

    private readonly Dictionary<int, Lazy<RoleTokens>> byPostmortem;

    private RolesOfMany(Dictionary<int, Lazy<RoleTokens>> byPostmortem) => this.byPostmortem = byPostmortem;

    public bool Any => byPostmortem.Count > 0;

    /// <returns>Null where the reader sees the names.</returns>
    public RoleTokens? Of(int postmortem) => byPostmortem.TryGetValue(postmortem, out var roles) ? roles.Value : null;

    public string In(int postmortem, string text) => Of(postmortem)?.In(text) ?? text;

    /// <summary>For what belongs to all of them, such as an incident that several are about.</summary>
    public string In(string text) => In(byPostmortem.Keys, text);

    public string In(IEnumerable<int> postmortems, string text) => postmortems.Aggregate(text, (shown, postmortem) => In(postmortem, shown));

    public static Task<RolesOfMany> ForAsync(PostmortemsDb db, Actor actor, IEnumerable<int> numbers, CancellationToken cancel)
    {
        var asked = numbers.Distinct().ToList();
        return asked.Count == 0 ? Task.FromResult(None) : ForAsync(db, actor, db.Postmortems.Where(p => asked.Contains(p.Number)), cancel);
    }

    public static Task<RolesOfMany> OfIncidentAsync(PostmortemsDb db, Actor actor, Guid incident, CancellationToken cancel) =>
        ForAsync(db, actor, db.Postmortems.Where(p => p.Deletion == null && p.Incidents.Any(about => about.IncidentId == incident)), cancel);

    /// <returns>By incident, the postmortems about it that show roles.</returns>
    public static async Task<ILookup<int, int>> AboutAsync(PostmortemsDb db, IReadOnlyCollection<int> incidents, CancellationToken cancel)
    {
        var pairs = await (
            from postmortem in db.Postmortems
            from about in postmortem.Incidents
            join incident in db.Incidents on about.IncidentId equals incident.Id
            where incidents.Contains(incident.Number) && postmortem.ShowsRoles && postmortem.Publication != null
            select new { Incident = incident.Number, Postmortem = postmortem.Number }).ToListAsync(cancel);

        return pairs.ToLookup(pair => pair.Incident, pair => pair.Postmortem);
    }

    /// <summary>One command where nothing is withheld, three where something is; editors need none.</summary>
    private static async Task<RolesOfMany> ForAsync(PostmortemsDb db, Actor actor, IQueryable<Postmortem> postmortems, CancellationToken cancel)
    {
        if (actor.MayEdit)
        {
            return None;
        }

        var whole = db.WholePostmortemsFor(actor).Select(p => p.Id);
        var withheld = await postmortems
            .Where(p => p.ShowsRoles && p.Publication != null && !whole.Contains(p.Id))
            .Select(p => new Withheld(p.Id, p.Number, p.OwnerId, p.FacilitatorId, p.Publication!.By, p.Review != null ? p.Review.By : null, p.Template == Template.Imported))
            .ToListAsync(cancel);

        if (withheld.Count == 0)
        {
            return None;
        }

        var tookPart = await TookPartAsync(db, withheld, cancel);
        var directory = await db.Users.AsNoTracking().OrderBy(user => user.Id).Select(user => new NamedPerson(user.Id, user.DisplayName, null)).ToListAsync(cancel);
        return new RolesOfMany(withheld.ToDictionary(one => one.Number, one => new Lazy<RoleTokens>(() => one.Roles([.. tookPart[one.Id]], directory))));
    }

    /// <summary>Whoever imported a document wrote none of it.</summary>
    private static async Task<ILookup<Guid, Guid>> TookPartAsync(PostmortemsDb db, List<Withheld> withheld, CancellationToken cancel)
    {
        var all = withheld.ConvertAll(one => one.Id);
        var written = withheld.Where(one => !one.IsImported).Select(one => one.Id).ToList();

        var parts = await db.DocumentVersions.Where(version => written.Contains(version.PostmortemId)).Select(version => new { Postmortem = version.PostmortemId, Person = version.By })
            .Union(db.DocumentChanges.Where(change => written.Contains(change.PostmortemId)).Select(change => new { Postmortem = change.PostmortemId, Person = change.By }))
            .Union(db.Causes.Where(cause => written.Contains(cause.PostmortemId) && cause.Deletion == null).Select(cause => new { Postmortem = cause.PostmortemId, Person = cause.CreatedBy }))
            .Union(
                from about in db.Set<PostmortemIncident>()
                join incident in db.Incidents on about.IncidentId equals incident.Id
                join entry in db.TimelineEntries on incident.Id equals entry.IncidentId
                where written.Contains(about.PostmortemId) && incident.Deletion == null && entry.Deletion == null
                select new { Postmortem = about.PostmortemId, Person = entry.CreatedBy })
            .Union(db.ActionItems.Where(item => all.Contains(item.PostmortemId) && item.Deletion == null && item.OwnerId != null).Select(item => new { Postmortem = item.PostmortemId, Person = item.OwnerId!.Value }))
            .ToListAsync(cancel);

        return parts.ToLookup(part => part.Postmortem, part => part.Person);
    }

    private sealed record Withheld(Guid Id, int Number, Guid Owner, Guid? Facilitator, Guid PublishedBy, Guid? ReviewedBy, bool IsImported)
    {
        public RoleTokens Roles(HashSet<Guid> tookPart, IReadOnlyCollection<NamedPerson> directory)
        {
            Guid?[] leading = [Owner, Facilitator, PublishedBy, IsImported ? null : ReviewedBy];
            return new RoleTokens(
                directory.Where(person => tookPart.Contains(person.Id) || leading.Contains(person.Id)).Select(person => person with { Role = RoleOf(person.Id) }),
                directory);
        }

        private string? RoleOf(Guid person) => person == Facilitator ? "the facilitator" : person == Owner ? "the owner of this postmortem" : null;
    }
}
