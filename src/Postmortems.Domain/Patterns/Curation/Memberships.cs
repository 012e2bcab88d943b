using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Moves statements between patterns for people, and writes each move into the ledger.</summary>
internal static class Memberships
{
    /// <summary>Puts statements into a pattern, out of the one they stood in. Those that stand there by a person's word stay as they are.</summary>
    /// <returns>The patterns that statements left.</returns>
    public static async Task<List<Guid>> PutInAsync(this PostmortemsDb db, Pattern pattern, IReadOnlyCollection<Guid> statements, Guid by, string reason, DateTimeOffset now, CancellationToken cancel, Guid? merge = null)
    {
        var stood = await db.PatternMembers.Where(member => statements.Contains(member.StatementId)).ToDictionaryAsync(member => member.StatementId, cancel);
        var moving = stood.Values.Where(member => member.PatternId != pattern.Id).ToList();
        var arriving = await RecurringStatements.ReadAsync(db, pattern.IsOfFixes, cancel, only: [.. statements.Where(statement => stood.GetValueOrDefault(statement)?.PatternId != pattern.Id)]);

        foreach (var member in moving)
        {
            db.PatternLedger.Add(new PatternLedgerEntry(member.PatternId, member.StatementId, pattern.IsOfFixes, isIn: false, by, reason, now, merge));
            db.PatternMembers.Remove(member);
        }

        // A statement that moves must have left before it arrives.
        await db.SaveChangesAsync(cancel);

        foreach (var statement in statements.Where(statement => arriving.ContainsKey(statement) || stood.ContainsKey(statement)))
        {
            if (arriving.TryGetValue(statement, out var told))
            {
                var member = db.PatternMembers.Add(new PatternMember(pattern.Id, statement, pattern.IsOfFixes)).Entity;
                member.Measure(stood.GetValueOrDefault(statement)?.Strength ?? 0, stood.GetValueOrDefault(statement)?.SharedTerms ?? [], told.SeenAt);
            }

            db.PatternLedger.Add(new PatternLedgerEntry(pattern.Id, statement, pattern.IsOfFixes, isIn: true, by, reason, now, merge));
        }

        await db.SaveChangesAsync(cancel);
        await db.CountAsync(pattern, now, cancel);
        return [.. moving.Select(member => member.PatternId).Distinct()];
    }

    public static async Task PutOutAsync(this PostmortemsDb db, Pattern pattern, IReadOnlyCollection<Guid> statements, Guid by, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var statement in statements)
        {
            db.PatternLedger.Add(new PatternLedgerEntry(pattern.Id, statement, pattern.IsOfFixes, isIn: false, by, reason, now));
        }

        await db.SaveChangesAsync(cancel);
        await db.PatternMembers.Where(member => member.PatternId == pattern.Id && statements.Contains(member.StatementId)).ExecuteDeleteAsync(cancel);
        await db.CountAsync(pattern, now, cancel);
    }
}
