using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>Fills an empty product with a year of an invented ticket seller, so that somebody can look around before they write.</summary>
public sealed class FillWithDemoStory(IDbContextFactory<PostmortemsDb> databases, RecomputePatterns patterns, TimeProvider clock)
{
    /// <summary>Stands once in the audit log of a database that holds the story.</summary>
    public const string Filled = "demo/filled";

    /// <summary>Safe to repeat: a database that holds the story stays as it is.</summary>
    public async Task RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(5020260002)", cancel);

        if (await db.AuditLog.AnyAsync(entry => entry.Verb == Filled, cancel))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var cast = new Cast(now);
        var telling = new Telling(db, cast, actor, now);
        db.Users.AddRange(cast.People);
        db.Services.AddRange(cast.Services);

        foreach (var story in DemoYear.Stories)
        {
            telling.Tell(story);
            // One after the other, so that numbers follow the year.
            await db.SaveChangesAsync(cancel);
        }

        db.AuditLog.Add(new AuditEntry(actor.UserId, Filled, actor.UserId, "", now));
        await patterns.GroupAsync(db, cancel);
        await WatchedCertificates.AutomateAsync(db, cast, now, cancel);
        await db.SaveChangesAsync(cancel);
        await new HeldRetros(db, cast, actor, now).HoldAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
