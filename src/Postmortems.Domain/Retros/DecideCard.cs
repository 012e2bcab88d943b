using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;

namespace Postmortems.Domain.Retros;

/// <summary>A retro decides about one card, and what follows is done in the same step: an item is promised, a plan begun, a promise changed.</summary>
public sealed class DecideCard(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version of the card that the writer saw.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, Guid card, uint version, DecisionFacts facts, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.HoldStillAsync(number, cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro || await db.RetroCards.SingleOrDefaultAsync(c => c.Id == card && c.RetroId == retro.Id, cancel) is not { } decided)
        {
            return Saved.NotThere;
        }

        retro.MustNotBeClosed();

        if (retro.PackBuiltAt is null)
        {
            throw new RuleBrokenException("retro/no-pack", "Build the pack first.");
        }

        var now = clock.GetUtcNow();
        var decision = new RetroDecision(facts.Kind, facts.Words, facts.Dissent, facts.Until, facts.More, null, actor.UserId, now);

        if (IsSame(decided.Decision, decision, facts))
        {
            return Saved.Done;
        }

        decided.Decide(decision);
        var item = await new DecisionWork(db, actor, now).DoAsync(decided, facts, cancel);
        decided.Decide(decision with { ActionItemId = item });
        db.AuditLog.Add(RetroQueries.Noted(actor, "retro/decided", retro.Id, $"{facts.Kind}: {decided.Decision!.Words}", now));
        var saved = await db.SaveUnlessChangedAsync(decided, version, () => db.SaveAndTellAsync(number, RetroBell.Step, cancel));

        if (saved is Saved.Done)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    /// <summary>The same form once more: by a second press, or a resend after a lost answer.</summary>
    private static bool IsSame(RetroDecision? before, RetroDecision now, DecisionFacts facts) =>
        before is not null
        && before with { At = now.At, By = now.By, ActionItemId = null } == now with { Words = now.Words.Trim(), Dissent = now.Dissent.Trim() }
        && (facts.Promise is null || before.ActionItemId == facts.Promise.Id)
        && facts.Existing is null;
}

/// <param name="Until">The end of a time-box or of an accepted risk.</param>
/// <param name="More">After how many more occurrences somebody looks again.</param>
/// <param name="Promise">What is promised: a new item, or what becomes of the item on the card.</param>
/// <param name="Existing">The number of an open item that carries it out already.</param>
public sealed record DecisionFacts(DecisionKind Kind, string Words, string Dissent = "", DateOnly? Until = null, int? More = null, PromiseFacts? Promise = null, int? Existing = null);

/// <param name="Id">Made with the form, so that sending it twice promises one item.</param>
/// <param name="Postmortem">The number of the postmortem in which it is promised.</param>
public sealed record PromiseFacts(Guid Id, int Postmortem, string Title, Guid? OwnerId, DateOnly? Due, Priority Priority);
