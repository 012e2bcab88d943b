using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>What the form of an action item offers to choose from.</summary>
public sealed class PrepareActionItem(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="owner">Who has promised it so far.</param>
    /// <param name="evenDeleted">For a form that was sent: its postmortem may have been deleted under the writer.</param>
    /// <returns>Null when there is no such postmortem.</returns>
    public async Task<ActionItemChoices?> RunAsync(Actor actor, int postmortem, Guid? owner = null, bool evenDeleted = false, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var about = await db.Postmortems.Where(p => p.Number == postmortem && (evenDeleted || p.Deletion == null)).Select(p => new { p.Id, p.Title, IsPublished = p.Publication != null }).SingleOrDefaultAsync(cancel);

        return about is null
            ? null
            : new ActionItemChoices(postmortem, about.Title, about.IsPublished, await CausesToServe.OfAsync(db, about.Id, cancel), await PeopleToOwn.Of(db, owner).ToListAsync(cancel));
    }
}

public sealed record ActionItemChoices(int Postmortem, string Title, bool IsPublished, IReadOnlyList<CauseToServe> Causes, IReadOnlyList<PersonToOwn> People);
