using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>Roles for lists and pages that show words of several postmortems at once.</summary>
internal sealed class RolesOfMany(IReadOnlyDictionary<int, RoleTokens> byPostmortem)
{
    private static readonly RolesOfMany None = new(new Dictionary<int, RoleTokens>());

    public bool Any => byPostmortem.Count > 0;

    public string In(int postmortem, string text) => byPostmortem.TryGetValue(postmortem, out var roles) ? roles.In(text) : text;

    /// <summary>For what belongs to all of them, such as an incident that several are about.</summary>
    public string In(string text) => byPostmortem.Values.Aggregate(text, (shown, roles) => roles.In(shown));

    /// <summary>Two commands where nothing is withheld; editors need none.</summary>
    public static async Task<RolesOfMany> ForAsync(PostmortemsDb db, Actor actor, IQueryable<Postmortem> postmortems, CancellationToken cancel)
    {
        if (actor.MayEdit)
        {
            return None;
        }

        var whole = db.WholePostmortemsFor(actor).Select(p => p.Id);
        var withheld = await postmortems.Where(p => p.ShowsRoles && p.Publication != null && !whole.Contains(p.Id)).Select(p => p.Number).ToListAsync(cancel);
        var roles = new Dictionary<int, RoleTokens>();

        foreach (var number in withheld)
        {
            if (await db.HeadAsync(actor, number, cancel) is { Roles: { } found })
            {
                roles[number] = found;
            }
        }

        return roles.Count == 0 ? None : new RolesOfMany(roles);
    }

    public static Task<RolesOfMany> ForAsync(PostmortemsDb db, Actor actor, IEnumerable<int> numbers, CancellationToken cancel)
    {
        var asked = numbers.Distinct().ToList();
        return asked.Count == 0 ? Task.FromResult(None) : ForAsync(db, actor, db.Postmortems.Where(p => asked.Contains(p.Number)), cancel);
    }

    public static Task<RolesOfMany> OfIncidentAsync(PostmortemsDb db, Actor actor, Guid incident, CancellationToken cancel) =>
        ForAsync(db, actor, db.Postmortems.Where(p => p.Deletion == null && p.Incidents.Any(about => about.IncidentId == incident)), cancel);
}
