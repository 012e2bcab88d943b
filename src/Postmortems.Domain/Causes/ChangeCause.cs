using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Somebody words, classifies or supports a cause anew.</summary>
public sealed class ChangeCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version that the form was filled from.</param>
    public async Task<ChangeCauseOutcome> RunAsync(
        Actor actor, int number, Guid id, CauseStatement statement, uint version, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem
            || await db.Causes.Include(c => c.Evidence).SingleOrDefaultAsync(c => c.Id == id && c.PostmortemId == postmortem.Id && c.Deletion == null, cancel) is not { } cause)
        {
            return new ChangeCauseOutcome.NotThere();
        }

        // The row is written even when only its evidence changed, so that two writers always meet here.
        var row = db.Entry(cause);
        row.Property<uint>("Version").OriginalValue = version;
        var before = cause.Statement;
        statement.SayOf(cause);
        row.Property(c => c.Statement).IsModified = true;

        var now = clock.GetUtcNow();
        db.AuditLog.Add(new AuditEntry(actor.UserId, "cause/changed", cause.Id, cause.Statement, now));
        db.AmendIfPublished(postmortem, cause.Statement == before ? $"Told more exactly: “{before}”" : $"Was “{before}”, is now “{cause.Statement}”", actor.UserId, now);
        db.Errands.Add(new Errand("patterns/recompute", now));

        try
        {
            await db.SaveChangesAsync(cancel);
            return new ChangeCauseOutcome.Changed();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = await PrepareCause.Current(db, postmortem.Id, id).SingleOrDefaultAsync(cancel);
            return theirs is null ? new ChangeCauseOutcome.NotThere() : new ChangeCauseOutcome.ChangedMeanwhile(theirs);
        }
    }
}

public abstract record ChangeCauseOutcome
{
    public sealed record Changed : ChangeCauseOutcome;

    public sealed record NotThere : ChangeCauseOutcome;

    /// <summary>Somebody else was faster; nothing is changed and both can be shown.</summary>
    public sealed record ChangedMeanwhile(CauseToChange Theirs) : ChangeCauseOutcome;
}
