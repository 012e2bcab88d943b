using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Moves causes between patterns for people, and writes each move into the ledger.</summary>
internal static class Memberships
{
    /// <summary>Puts causes into a pattern, out of the one they stood in. Those that stand there by a person's word stay as they are.</summary>
    /// <returns>The patterns that causes left.</returns>
    public static async Task<List<Guid>> PutInAsync(this PostmortemsDb db, Pattern pattern, IReadOnlyCollection<Guid> causes, Guid by, string reason, DateTimeOffset now, CancellationToken cancel, Guid? merge = null)
    {
        var stood = await db.PatternMembers.Where(member => causes.Contains(member.CauseId)).ToDictionaryAsync(member => member.CauseId, cancel);
        var moving = stood.Values.Where(member => member.PatternId != pattern.Id).ToList();
        var seen = await SeenAtAsync(db, [.. causes.Where(cause => stood.GetValueOrDefault(cause)?.PatternId != pattern.Id)], cancel);

        foreach (var member in moving)
        {
            db.PatternLedger.Add(new PatternLedgerEntry(member.PatternId, member.CauseId, isIn: false, by, reason, now, merge));
            db.PatternMembers.Remove(member);
        }

        // A cause that moves must have left before it arrives.
        await db.SaveChangesAsync(cancel);

        foreach (var cause in causes.Where(cause => seen.ContainsKey(cause) || stood.ContainsKey(cause)))
        {
            var entry = new PatternLedgerEntry(pattern.Id, cause, isIn: true, by, reason, now, merge);

            if (seen.TryGetValue(cause, out var at))
            {
                var member = db.PatternMembers.Add(new PatternMember(pattern.Id, cause)).Entity;
                member.Measure(stood.GetValueOrDefault(cause)?.Strength ?? 0, stood.GetValueOrDefault(cause)?.SharedTerms ?? [], at);
            }

            db.PatternLedger.Add(entry);
        }

        await db.SaveChangesAsync(cancel);
        await db.CountAsync(pattern, now, cancel);
        return [.. moving.Select(member => member.PatternId).Distinct()];
    }

    public static async Task PutOutAsync(this PostmortemsDb db, Pattern pattern, IReadOnlyCollection<Guid> causes, Guid by, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var cause in causes)
        {
            db.PatternLedger.Add(new PatternLedgerEntry(pattern.Id, cause, isIn: false, by, reason, now));
        }

        await db.SaveChangesAsync(cancel);
        await db.PatternMembers.Where(member => member.PatternId == pattern.Id && causes.Contains(member.CauseId)).ExecuteDeleteAsync(cancel);
        await db.CountAsync(pattern, now, cancel);
    }

    /// <summary>When the incidents of causes happened; only of causes that can recur.</summary>
    private static Task<Dictionary<Guid, DateTimeOffset>> SeenAtAsync(PostmortemsDb db, List<Guid> causes, CancellationToken cancel) =>
        (from cause in db.Causes
         join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
         where causes.Contains(cause.Id) && cause.Deletion == null && postmortem.Deletion == null && cause.Role != Causes.CauseRole.LimitedImpact
         select new
         {
             cause.Id,
             At = db.Incidents.Where(incident => postmortem.Incidents.Any(about => about.IncidentId == incident.Id)).Min(incident => (DateTimeOffset?)incident.ListedAt) ?? postmortem.CreatedAt,
         }).ToDictionaryAsync(cause => cause.Id, cause => cause.At, cancel);
}
