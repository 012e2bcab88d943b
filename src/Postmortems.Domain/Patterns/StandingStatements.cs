using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads the members of a pattern and its ledger, both newest first, with their words.</summary>
internal static class StandingStatements
{
    public static async Task<(List<PatternMemberRow> Members, List<LedgerRow> Ledger, LedgerKey? Older)> OfAsync(
        PostmortemsDb db, Actor actor, PatternFacts pattern, LedgerKey? before, CancellationToken cancel)
    {
        var members = await db.PatternMembers.AsNoTracking().Where(member => member.PatternId == pattern.Id)
            .OrderByDescending(member => member.SeenAt).ThenBy(member => member.StatementId)
            .Take(ReadPattern.MostMembers).ToListAsync(cancel);
        var moves = db.PatternLedger.Where(entry => entry.PatternId == pattern.Id);

        if (before is not null)
        {
            moves = moves.Where(entry => EF.Functions.LessThan(ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(before.At, before.Id)));
        }

        var rows = await moves
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Select(entry => new { Entry = entry, By = db.Users.Where(user => user.Id == entry.By).Select(user => user.DisplayName).FirstOrDefault() })
            .Take(ReadPattern.MostLedger + 1).AsNoTracking().ToListAsync(cancel);
        var ledger = rows.Take(ReadPattern.MostLedger).ToList();
        var quotes = await QuotedStatements.OfAsync(
            db, actor, pattern.IsOfFixes, [.. members.Select(member => member.StatementId).Concat(ledger.Select(row => row.Entry.StatementId)).Distinct()], cancel);

        return (
            [.. members.Where(member => quotes.ContainsKey(member.StatementId)).Select(member => new PatternMemberRow(quotes[member.StatementId], member.SeenAt, member.Strength, member.SharedTerms))],
            [.. ledger.Where(row => quotes.ContainsKey(row.Entry.StatementId)).Select(row => new LedgerRow(
                row.Entry.IsIn, quotes[row.Entry.StatementId], row.By, row.Entry.Engine, row.Entry.Strength, row.Entry.SharedTerms, row.Entry.Reason, row.Entry.At))],
            rows.Count > ledger.Count ? new LedgerKey(ledger[^1].Entry.At, ledger[^1].Entry.Id) : null);
    }
}
