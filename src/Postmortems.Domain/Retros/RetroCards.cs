using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;

namespace Postmortems.Domain.Retros;

/// <summary>Reads the cards of a retro, and the decisions of the one before it, in a fixed number of commands.</summary>
internal sealed class RetroCards(PostmortemsDb db, Retro retro, Actor actor, DateTimeOffset now)
{
    private const int MostQuotes = 2;
    private const int MostMembers = 2000;

    /// <summary>Below this likeness a member is shown as what speaks against one pattern.</summary>
    private const double Alike = 0.6;

    public async Task<(IReadOnlyList<CardView> Cards, PastRetro? Past)> ReadAsync(CancellationToken cancel)
    {
        var before = await db.RetrosOf(actor).AsNoTracking()
            .Where(other => other.Group == retro.Group && other.MeetsAt < retro.MeetsAt && other.Closing != null)
            .OrderByDescending(other => other.MeetsAt).Select(other => new { other.Id, other.Number, other.MeetsAt, other.Zone }).FirstOrDefaultAsync(cancel);
        var rows = await db.RetroCards.AsNoTracking()
            .Where(card => card.RetroId == retro.Id || (before != null && card.RetroId == before.Id && card.Decision != null))
            .OrderBy(card => card.Part).ThenBy(card => card.Place).ThenBy(card => card.Id)
            .Select(card => new CardRow(card, EF.Property<uint>(card, "Version"), db.Patterns.FirstOrDefault(pattern => pattern.Id == card.PatternId)))
            .ToListAsync(cancel);

        List<Guid> patterns = [.. rows.Select(row => row.Card.PatternId).OfType<Guid>().Distinct()];
        var standing = await db.PatternsOf(actor).Select(pattern => new { pattern.Id, pattern.IsOfFixes, pattern.PostmortemCount }).ToListAsync(cancel);
        var seen = await Occurrences.OfAsync(db, [.. standing.Select(pattern => pattern.Id).Union(patterns)], cancel);
        var oldest = await Occurrences.OldestIncidentAsync(db, cancel);
        var trends = PatternTrend.Of(seen.ToDictionary(pattern => pattern.Key, pattern => pattern.ToList()), oldest, now);
        var (items, serving) = await ItemsAsync(rows, patterns, cancel);
        var quotes = await QuotesAsync(patterns, rows.Exists(row => row.Pattern is { IsOfFixes: true }), cancel);
        var members = await MembersOnCards.OfAsync(db, patterns, cancel);
        var savings = await SavingsOnCards.OfAsync(db, rows.Select(row => row.Pattern), standing.Where(pattern => pattern.IsOfFixes).Select(pattern => pattern.PostmortemCount), oldest, now, cancel);
        var escalated = rows.Exists(row => row.Card.Why is CardReason.Escalated) ? await db.StandingEscalations().Where(escalation => escalation.RetroId != retro.Id).ToDictionaryAsync(escalation => escalation.ItemId, cancel) : [];
        var votes = (await db.RetroVotes.AsNoTracking().Where(vote => db.RetroCards.Any(card => card.Id == vote.CardId && card.RetroId == retro.Id)).ToListAsync(cancel)).ToLookup(vote => vote.CardId);

        return (
            [.. rows.Where(row => row.Card.RetroId == retro.Id).Select(Shown)],
            before is null ? null : new PastRetro(before.Number, before.MeetsAt, before.Zone, [.. rows.Where(row => row.Card.RetroId == before.Id).Select(Past)]));

        CardView Shown(CardRow row)
        {
            var cast = votes[row.Card.Id].Select(vote => new { vote.PersonId, Vote = new OwnVote(vote.Impact, vote.Change, vote.Learning) }).ToList();

            return new CardView(
                row.Card, row.Version, row.Pattern is null ? null : OnCard(row.Pattern), items.GetValueOrDefault(row.Card.ActionItemId ?? Guid.Empty), items.GetValueOrDefault(row.Card.Decision?.ActionItemId ?? Guid.Empty),
                cast.Count, row.Card.RevealedAt is null ? null : VoteTally.Of([.. cast.Select(one => one.Vote)]), cast.Find(one => one.PersonId == actor.UserId)?.Vote)
            {
                Escalation = escalated.GetValueOrDefault(row.Card.ActionItemId ?? Guid.Empty),
            };
        }

        PatternOnCard OnCard(Pattern pattern)
        {
            var quoted = quotes[pattern.Id].Select(quote => quote with { Words = QuotedWords.Of(quote.Words) }).Where(quote => quote.Words.Length > 0).DistinctBy(quote => quote.Words, StringComparer.OrdinalIgnoreCase).ToList();
            var least = quoted is [_, _, .., var last] && last.Strength < Alike ? last.Words : null;

            return new PatternOnCard(
                pattern.Number, pattern.Name, pattern.Kind, pattern.IsOfFixes, pattern.OwnerTeam, pattern.Definition, pattern.Confirmation is not null, pattern.Automation,
                PatternHistory.Of(seen[pattern.Id], oldest, pattern.Automation, now), trends.GetValueOrDefault(pattern.Id), [.. quoted.Take(MostQuotes).Select(quote => quote.Words)], least,
                [.. serving[pattern.Id].Select(id => items[id])], [.. members[pattern.Id]], savings.GetValueOrDefault(pattern.Id));
        }

        PastDecision Past(CardRow row)
        {
            var decision = row.Card.Decision!;
            var item = items.GetValueOrDefault(decision.ActionItemId ?? Guid.Empty);
            var since = row.Pattern is null ? 0 : seen[row.Pattern.Id].Count(at => at > decision.At);
            return new PastDecision(decision, row.Pattern?.Number, row.Pattern?.Name ?? items.GetValueOrDefault(row.Card.ActionItemId ?? Guid.Empty)?.Title ?? "", item, WhatBecame.Of(decision, row.Pattern, item, since, now), since);
        }
    }

    /// <returns>The items that cards name or that serve their patterns, and which serve which.</returns>
    private async Task<(Dictionary<Guid, ItemOnCard> Items, ILookup<Guid, Guid> Serving)> ItemsAsync(List<CardRow> rows, List<Guid> patterns, CancellationToken cancel)
    {
        var serving = await (
            from serves in db.Set<ActionItemCause>()
            join member in db.PatternMembers on serves.CauseId equals member.StatementId
            join item in db.ActionItems on serves.ActionItemId equals item.Id
            where patterns.Contains(member.PatternId) && item.Deletion == null && item.Closure == null
            orderby item.Number
            select new { member.PatternId, serves.ActionItemId }).ToListAsync(cancel);

        List<Guid> ids = [.. rows.SelectMany(row => new[] { row.Card.ActionItemId, row.Card.Decision?.ActionItemId }).OfType<Guid>().Concat(serving.Select(pair => pair.ActionItemId)).Distinct()];
        var found = await db.ActionItems.AsNoTracking().Where(item => ids.Contains(item.Id))
            .Select(item => new { Item = item, Owner = db.Users.Where(user => user.Id == item.OwnerId).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(cancel);

        return (
            found.ToDictionary(row => row.Item.Id, row => new ItemOnCard(
                row.Item.Id, row.Item.Number, row.Item.Title, row.Item.OwnerId, row.Owner ?? (row.Item.OwnerAsWritten.Length > 0 ? row.Item.OwnerAsWritten : null), row.Item.Due, row.Item.Priority, row.Item.State, row.Item.Decline?.Reason)),
            serving.Distinct().ToLookup(pair => pair.PatternId, pair => pair.ActionItemId));
    }

    /// <summary>Most alike first.</summary>
    private async Task<ILookup<Guid, Quote>> QuotesAsync(List<Guid> patterns, bool withFixes, CancellationToken cancel)
    {
        var causes =
            from member in db.PatternMembers
            where patterns.Contains(member.PatternId)
            join cause in db.Causes on member.StatementId equals cause.Id
            orderby member.Strength descending, member.StatementId
            select new Quote(member.PatternId, cause.Statement, member.Strength);
        var steps =
            from member in db.PatternMembers
            where patterns.Contains(member.PatternId)
            join entry in db.TimelineEntries on member.StatementId equals entry.Id
            orderby member.Strength descending, member.StatementId
            select new Quote(member.PatternId, entry.Text, member.Strength);
        var found = await causes.Take(MostMembers).ToListAsync(cancel);

        if (withFixes)
        {
            found.AddRange(await steps.Take(MostMembers).ToListAsync(cancel));
        }

        return found.OrderByDescending(quote => quote.Strength).ThenBy(quote => quote.Words, StringComparer.Ordinal).ToLookup(quote => quote.Pattern);
    }

    private sealed record CardRow(RetroCard Card, uint Version, Pattern? Pattern);

    private sealed record Quote(Guid Pattern, string Words, double Strength);
}
