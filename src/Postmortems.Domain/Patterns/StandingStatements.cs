using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads the members of a pattern and its ledger, both newest first, with their words.</summary>
internal static class StandingStatements
{
    public static async Task<(List<PatternMemberRow> Members, List<LedgerRow> Ledger)> OfAsync(PostmortemsDb db, Actor actor, PatternFacts pattern, CancellationToken cancel)
    {
        var members = await db.PatternMembers.AsNoTracking().Where(member => member.PatternId == pattern.Id)
            .OrderByDescending(member => member.SeenAt).ThenBy(member => member.StatementId)
            .Take(ReadPattern.MostMembers).ToListAsync(cancel);
        var ledger = await db.PatternLedger.Where(entry => entry.PatternId == pattern.Id)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Select(entry => new { Entry = entry, By = db.Users.Where(user => user.Id == entry.By).Select(user => user.DisplayName).FirstOrDefault() })
            .Take(ReadPattern.MostLedger).AsNoTracking().ToListAsync(cancel);
        var quotes = await QuotedStatements.OfAsync(
            db, actor, pattern.IsOfFixes, [.. members.Select(member => member.StatementId).Concat(ledger.Select(row => row.Entry.StatementId)).Distinct()], cancel);

        return (
            [.. members.Where(member => quotes.ContainsKey(member.StatementId)).Select(member => new PatternMemberRow(quotes[member.StatementId], member.SeenAt, member.Strength, member.SharedTerms))],
            [.. ledger.Where(row => quotes.ContainsKey(row.Entry.StatementId)).Select(row => new LedgerRow(
                row.Entry.IsIn, quotes[row.Entry.StatementId], row.By, row.Entry.Engine, row.Entry.Strength, row.Entry.SharedTerms, row.Entry.Reason, row.Entry.At))]);
    }
}
