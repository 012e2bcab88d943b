using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Causes;

/// <summary>The contributing causes of a postmortem, and how often each kind was seen elsewhere.</summary>
public sealed class ReadCauses(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<CausesView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { } head)
        {
            return null;
        }

        var all = await db.CausesOfAsync(head.Id, cancel);
        var causes = all.Where(c => c.Deletion is null).Select(c => head.Roles is { } roles ? c.With(roles) : c).ToList();
        var leaves = causes.Select(c => c.Leaf).OfType<string>().Distinct().ToList();

        var elsewhere = await (
            from cause in db.Causes
            join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
            where leaves.Contains(cause.Leaf!) && cause.Deletion == null && postmortem.Deletion == null && postmortem.Id != head.Id
            group postmortem.Id by cause.Leaf into kind
            orderby kind.Distinct().Count() descending, kind.Key
            select new SeenElsewhere(kind.Key!, kind.Distinct().Count())).ToListAsync(cancel);

        return new CausesView(
            head,
            causes,
            actor.MayEdit ? [.. all.Where(c => c.Deletion is not null)] : [],
            elsewhere,
            CauseQuestions.About(causes));
    }
}

/// <param name="Deleted">Only for those who can restore them.</param>
public sealed record CausesView(
    PostmortemHead Head,
    IReadOnlyList<CauseRow> Causes,
    IReadOnlyList<CauseRow> Deleted,
    IReadOnlyList<SeenElsewhere> Elsewhere,
    IReadOnlyList<CauseQuestion> Questions);

/// <summary>How many other postmortems have a cause of this kind.</summary>
public sealed record SeenElsewhere(string Leaf, int Postmortems);
