using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns;

/// <summary>Groups the causes, or the fix steps by hand, and moves what the engine may move; each move stands in the ledger.</summary>
/// <param name="members">Where every statement stands, by its id.</param>
/// <param name="model">Who tells meaning from outside, where the team set that up.</param>
internal sealed class Regrouping(
    PostmortemsDb db, Dictionary<Guid, Pattern> patterns, IReadOnlyDictionary<Guid, PatternMember> members, Rulings rulings, string model, DateTimeOffset now)
{
    private const double TellsMeaning = 0.25;

    public async Task<Grouped> GroupAsync(bool ofFixes, KnownMeanings meanings, CancellationToken cancel)
    {
        var statements = (await RecurringStatements.ReadAsync(db, ofFixes, cancel)).ToDictionary(told => told.Key, told => told.Value with { Meaning = meanings.Of(told.Value.Text) });
        var stood = members.Values.Where(member => patterns[member.PatternId].IsOfFixes == ofFixes).ToList();
        var fewest = Pattern.FewestOf(ofFixes);
        var groups = Grouping.Of([.. statements.Values.Select(statement => statement.ToStatement())])
            .Select(group => new GroupOfStatements(group, statements))
            .Where(group => group.Told >= fewest)
            .ToList();

        var placing = new Placing(statements, patterns, stood.ToDictionary(member => member.StatementId, member => member.PatternId), rulings, fewest, () => Found(ofFixes));
        placing.Deal(groups);

        await LeaveAsync([.. stood.Where(member => placing.Places.GetValueOrDefault(member.StatementId)?.Pattern.Id != member.PatternId)], statements, cancel);
        Settle(placing.Places.Values);
        Count(ofFixes, placing.Places.Values);
        return new Grouped(placing, new Weighing(statements));
    }

    private Pattern Found(bool ofFixes)
    {
        var pattern = db.Patterns.Add(ofFixes ? Pattern.OfFixes(now) : new Pattern(now)).Entity;
        patterns.Add(pattern.Id, pattern);
        return pattern;
    }

    /// <summary>First, because a statement that moves must have left before it arrives.</summary>
    private async Task LeaveAsync(List<PatternMember> leaving, Dictionary<Guid, RecurringStatement> statements, CancellationToken cancel)
    {
        List<Guid> left = [.. leaving.Select(member => member.StatementId)];

        foreach (var member in leaving)
        {
            var why = statements.ContainsKey(member.StatementId) ? "It is no longer alike enough." : $"It was deleted, or is no longer a {(member.EntryId is null ? "cause" : "fix by hand")} that can recur.";
            db.PatternLedger.Add(new PatternLedgerEntry(member.PatternId, member.StatementId, member.EntryId is not null, isIn: false, by: null, why, now));
            db.Entry(member).State = EntityState.Detached;
        }

        await db.PatternMembers.Where(member => left.Contains(member.StatementId)).ExecuteDeleteAsync(cancel);
    }

    private void Settle(IEnumerable<StatementPlace> places)
    {
        foreach (var place in places)
        {
            var row = members.GetValueOrDefault(place.Statement.Id);

            if (row?.PatternId != place.Pattern.Id)
            {
                row = db.PatternMembers.Add(new PatternMember(place.Pattern.Id, place.Statement.Id, place.Pattern.IsOfFixes)).Entity;
                var why = place.Member is null ? "People had put it here; it is back." : "";
                db.PatternLedger.Add(new PatternLedgerEntry(place.Pattern.Id, place.Statement.Id, place.Pattern.IsOfFixes, isIn: true, by: null, why, now).Because(place.Member?.Strength ?? 0, Why(place.Member)));
            }

            if (place.Member is { } member)
            {
                row.Measure(member.Strength, Why(member), place.Statement.SeenAt);
            }
            else
            {
                row.SeenIn(place.Statement.SeenAt);
            }
        }
    }

    /// <summary>What speaks from outside is told beside the words, and named.</summary>
    private IEnumerable<string> Why(Member? member) =>
        member is null ? [] : member.ByMeaning >= TellsMeaning ? [.. member.SharedTerms, $"meaning, as {model} reads it"] : member.SharedTerms;

    private void Count(bool ofFixes, IEnumerable<StatementPlace> places)
    {
        var told = places.Select(place => (place.Pattern.Id, place.Statement.ToldIn)).Distinct().CountBy(place => place.Id).ToDictionary();

        foreach (var pattern in patterns.Values.Where(pattern => pattern.IsOfFixes == ofFixes))
        {
            pattern.Count(told.GetValueOrDefault(pattern.Id), now);
        }
    }
}
