using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that some members are a pattern of their own.</summary>
public sealed class SplitPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice makes one pattern.</param>
    /// <returns>The number of the new pattern; null when there is none to split.</returns>
    public async Task<Stored<int>?> RunAsync(Actor actor, int number, Guid id, IReadOnlyCollection<Guid> statements, string name, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await db.PatternToCurateAsync(actor, number, cancel) is not { } parent)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await db.StoreOnceAsync(new SentForm(id, new { number, causes = statements, name }, now), db.Patterns.Where(pattern => pattern.Id == id).Select(pattern => pattern.Number), StoreAsync, cancel);

        async Task<int> StoreAsync()
        {
            var members = await db.PatternMembers.Where(member => member.PatternId == parent.Id).Select(member => member.StatementId).ToListAsync(cancel);
            List<Guid> moving = [.. members.Intersect(statements)];

            if (moving.Count == 0 || moving.Count == members.Count)
            {
                throw new RuleBrokenException("pattern/split-nothing", "Choose some of the members, and leave at least one.");
            }

            var child = parent.SplitOff(id, now);
            child.Describe(name, parent.OwnerTeam, parent.Kind, "");
            child.Confirm(actor.UserId, now);
            db.Patterns.Add(child);
            await db.SaveChangesAsync(cancel);
            await db.PutInAsync(child, moving, actor.UserId, $"Split off from PAT-{number}.", now, cancel);
            await db.CountAsync(parent, now, cancel);
            await db.CloseAsync(parent.Id, SuggestionKind.Split, accepted: true, actor.UserId, "", now, cancel);
            await db.CuratedAsync(actor, child, "pattern/split-off", $"PAT-{child.Number} from PAT-{number}: {child.Name}", now, cancel);
            return child.Number;
        }
    }
}
