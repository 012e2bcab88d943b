using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Retros;

/// <summary>Chooses promises to look at: those that an earlier retro escalated, then overdue or declined while what they serve recurred, then those that only get older.</summary>
internal sealed class PackItems(PostmortemsDb db, Retro retro, DateTimeOffset now)
{
    private const int Most = 8;
    private const int OverdueDays = 30;
    private const int UndatedDays = 90;

    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    public async Task<IReadOnlyList<PackedItem>> ChooseAsync(IReadOnlyDictionary<Guid, DateTimeOffset> lastSeen, CancellationToken cancel)
    {
        List<Guid> recurred = [.. lastSeen.Where(pattern => pattern.Value > retro.WindowFrom).Select(pattern => pattern.Key)];
        var day = today;
        var serving = await (
            from item in db.ActionItems
            where item.Deletion == null && (item.Decline != null || (item.Closure == null && item.Due < day))
            from serves in item.Causes
            join member in db.PatternMembers on serves.CauseId equals member.StatementId
            where recurred.Contains(member.PatternId)
            select new { item.Id, item.Due, item.Number, Declined = item.Decline == null ? (DateTimeOffset?)null : item.Decline.At, member.PatternId }).Distinct().ToListAsync(cancel);

        var (late, undated) = (today.AddDays(-OverdueDays), now.AddDays(-UndatedDays));
        var ageing = await db.ActionItems
            .Where(item => item.Deletion == null && item.Closure == null && item.Decline == null && (item.Due < late || (item.Due == null && item.CreatedAt < undated)))
            .OrderBy(item => item.Due).ThenBy(item => item.Number).Take(Most)
            .Select(item => item.Id).ToListAsync(cancel);

        var escalated = await db.StandingEscalations().Where(escalation => escalation.RetroId != retro.Id).OrderBy(escalation => escalation.At).Select(escalation => escalation.ItemId).ToListAsync(cancel);

        var recurring = serving.Where(item => item.Declined is null || lastSeen[item.PatternId] > item.Declined)
            .OrderBy(item => item.Declined is null ? 0 : 1).ThenBy(item => item.Due).ThenBy(item => item.Number)
            .Select(item => new PackedItem(item.Id, item.PatternId, item.Declined is null ? CardReason.OverdueAndRecurred : CardReason.DeclinedAndRecurred));

        return
        [
            .. escalated.Select(id => new PackedItem(id, null, CardReason.Escalated))
                .Concat(recurring)
                .Concat(ageing.Select(id => new PackedItem(id, null, CardReason.Ageing)))
                .DistinctBy(item => item.ActionItemId).Take(Most),
        ];
    }
}

internal sealed record PackedItem(Guid ActionItemId, Guid? PatternId, CardReason Why);
