using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Retros;

/// <summary>What follows from a decision, done in its transaction.</summary>
internal sealed class DecisionWork(PostmortemsDb db, Actor actor, DateTimeOffset now)
{
    /// <returns>The action item that carries the decision out, if there is one.</returns>
    public async Task<Guid?> DoAsync(RetroCard card, DecisionFacts facts, CancellationToken cancel) => facts.Kind switch
    {
        DecisionKind.Fix or DecisionKind.Investigate => facts.Existing is { } existing ? await AttachAsync(existing, cancel) : await PromiseAsync(card, facts, cancel),
        DecisionKind.Accept => await AcceptAsync(card, facts, cancel),
        DecisionKind.Automate => await AutomateAsync(card, facts, cancel),
        DecisionKind.Do or DecisionKind.Rescope or DecisionKind.Decline or DecisionKind.Escalate => await ChangeItemAsync(card, facts, cancel),
        _ => null,
    };

    private async Task<Guid?> AttachAsync(int number, CancellationToken cancel) =>
        await db.ActionItemsOf(actor).Where(item => item.Number == number && item.Closure == null && item.Decline == null).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancel)
        ?? throw new RuleBrokenException("retro/no-item", $"There is no open ACT-{number}.");

    private async Task<Guid?> PromiseAsync(RetroCard card, DecisionFacts facts, CancellationToken cancel)
    {
        var promise = facts.Promise ?? throw new RuleBrokenException("retro/no-promise", "Say what will be done, by whom and until when.");

        if (promise.OwnerId is null || (promise.Due ?? facts.Until) is not { } due)
        {
            throw new RuleBrokenException("retro/no-owner", "A decision without an owner and a date is a wish. Choose both.");
        }

        if (await db.ActionItems.AnyAsync(item => item.Id == promise.Id, cancel))
        {
            return promise.Id;
        }

        await PeopleToOwn.MustBeAmongThemAsync(db, promise.OwnerId, cancel);
        var postmortem = await PostmortemsOf(card.PatternId).Where(p => p.Number == promise.Postmortem).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel)
            ?? throw new RuleBrokenException("retro/no-postmortem", "Choose one of the postmortems in which this pattern stands.");
        var causes = await db.PatternMembers
            .Where(member => member.PatternId == card.PatternId && db.Causes.Any(cause => cause.Id == member.CauseId && cause.PostmortemId == postmortem && cause.Deletion == null))
            .Select(member => member.StatementId).ToListAsync(cancel);

        var item = new ActionItem(postmortem, promise.Title, facts.Kind is DecisionKind.Investigate ? ActionItemType.Investigate : ActionItemType.Prevent, promise.Priority, actor.UserId, now, promise.Id);
        item.GiveTo(promise.OwnerId, due);
        item.Serves(causes);
        db.ActionItems.Add(item);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/added", item.Id, item.Title, now));
        await db.AmendIfPublishedAsync(postmortem, "One more thing is promised.", $"Added: “{item.Title}”", actor.UserId, now, cancel);
        return item.Id;
    }

    /// <summary>Opens the plan where there is none; one that stands is not overwritten.</summary>
    private async Task<Guid?> AutomateAsync(RetroCard card, DecisionFacts facts, CancellationToken cancel)
    {
        var pattern = await db.Patterns.SingleAsync(p => p.Id == card.PatternId, cancel);

        if (pattern.Automation is null)
        {
            pattern.Automate(new Automation(facts.Words, "", facts.Promise?.OwnerId ?? actor.UserId, null) { Due = facts.Promise?.Due }, now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "pattern/automation-planned", pattern.Id, facts.Words, now));
        }

        return null;
    }

    /// <summary>The pattern asks again by itself when the day has come, or when it has grown; one that is accepted already stays so.</summary>
    private async Task<Guid?> AcceptAsync(RetroCard card, DecisionFacts facts, CancellationToken cancel)
    {
        await db.TakeTurnsOverPatternsAsync(cancel);
        var pattern = await db.Patterns.SingleAsync(p => p.Id == card.PatternId, cancel);

        if (pattern.State is not (PatternState.AcceptedRisk or PatternState.Dismissed or PatternState.Merged) && facts.Until is { } until)
        {
            pattern.Accept(actor.UserId, facts.Words, until, now);
            await db.ConfirmAsync(pattern, actor.UserId, "Confirmed when its risk was accepted.", now, cancel);
            db.Errands.Add(new Errand(Errand.RecomputePatterns, pattern.Acceptance!.EndsAt));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "pattern/risk-accepted", pattern.Id, $"Until {until:yyyy-MM-dd}: {pattern.Acceptance.Reason}", now));
        }

        return null;
    }

    private async Task<Guid?> ChangeItemAsync(RetroCard card, DecisionFacts facts, CancellationToken cancel)
    {
        var item = await db.ActionItems.Include(i => i.Causes).SingleAsync(i => i.Id == card.ActionItemId, cancel);

        if (facts.Kind is DecisionKind.Decline)
        {
            if (item.IsOpen)
            {
                item.DeclineWith(actor.UserId, facts.Words, now);
                db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/declined", item.Id, facts.Words, now));
            }

            return item.Id;
        }

        if (!item.IsOpen)
        {
            item.Reopen();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/reopened", item.Id, "", now));
        }

        var promise = facts.Promise;

        if (promise?.OwnerId is null || promise.Due is null)
        {
            throw new RuleBrokenException("retro/no-owner", "A decision without an owner and a date is a wish. Choose both.");
        }

        if (promise.OwnerId != item.OwnerId)
        {
            await PeopleToOwn.MustBeAmongThemAsync(db, promise.OwnerId, cancel);
        }

        await TellAsync(item, promise, facts.Kind is DecisionKind.Rescope ? promise.Title : item.Title, cancel);
        return item.Id;
    }

    private async Task TellAsync(ActionItem item, PromiseFacts promise, string title, CancellationToken cancel)
    {
        var before = item.Title;
        item.Promise(title, item.Type, promise.Priority, item.DoneWhen, item.Link);
        item.GiveTo(promise.OwnerId, promise.Due);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/changed", item.Id, item.Title, now));

        if (item.Title != before)
        {
            await db.AmendIfPublishedAsync(item.PostmortemId, "A promise is worded anew.", $"Was “{before}”, is now “{item.Title}”", actor.UserId, now, cancel);
        }
    }

    private IQueryable<Postmortem> PostmortemsOf(Guid? pattern) => db.PostmortemsIn(pattern);
}

internal static class PatternPostmortems
{
    /// <summary>The postmortems in which a pattern stands, by its causes or by the incidents of its fix steps.</summary>
    public static IQueryable<Postmortem> PostmortemsIn(this PostmortemsDb db, Guid? pattern) => db.Postmortems.Where(postmortem => postmortem.Deletion == null
        && (db.PatternMembers.Any(member => member.PatternId == pattern && db.Causes.Any(cause => cause.Id == member.CauseId && cause.PostmortemId == postmortem.Id))
            || db.PatternMembers.Any(member => member.PatternId == pattern
                && db.TimelineEntries.Any(entry => entry.Id == member.EntryId && postmortem.Incidents.Any(about => about.IncidentId == entry.IncidentId)))));
}
