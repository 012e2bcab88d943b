using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Gathering;

/// <summary>Finds patterns that stand in the same postmortems more often than chance would have it.</summary>
public static class PatternPairs
{
    public const int FewestTogether = 3;
    public const int FewestMonths = 2;

    internal static async Task<PairsOfPatterns> ReadAsync(PostmortemsDb db, Actor actor, CancellationToken cancel)
    {
        var rows = await (
            from pattern in db.PatternsOf(actor)
            join member in db.PatternMembers on pattern.Id equals member.PatternId
            join cause in db.Causes on member.StatementId equals cause.Id
            select new Membership(pattern.Number, pattern.Name, cause.PostmortemId, member.SeenAt)).ToListAsync(cancel);
        var all = await db.Causes.Where(cause => cause.Deletion == null && cause.Role != CauseRole.LimitedImpact && db.Postmortems.Any(postmortem => postmortem.Id == cause.PostmortemId && postmortem.Deletion == null)).Select(cause => cause.PostmortemId).Distinct().CountAsync(cancel);

        return Of(rows, all);
    }

    /// <param name="all">In how many postmortems there are causes at all.</param>
    internal static PairsOfPatterns Of(IReadOnlyCollection<Membership> rows, int all)
    {
        var names = rows.DistinctBy(row => row.Pattern).ToDictionary(row => row.Pattern, row => row.Name);
        var seen = rows.GroupBy(row => row.Pattern).ToDictionary(pattern => pattern.Key, pattern => pattern.Select(row => row.Postmortem).Distinct().Count());
        List<int> testable = [.. seen.Where(pattern => pattern.Value >= FewestTogether && pattern.Value < all).Select(pattern => pattern.Key).Order()];
        var together = Together(rows.Where(row => testable.Contains(row.Pattern)));

        // Every pair that could have come together often enough is a test, also where it never did: it was looked at all the same.
        List<(int First, int Second)> met = [.. together.Keys.OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
        var tests = testable.Count * (testable.Count - 1) / 2;
        List<double> chances = [.. met.Select(pair => Compare(pair).Chance), .. Enumerable.Repeat(1.0, tests - met.Count)];
        var shares = FalseDiscovery.Adjusted(chances);

        var pairs =
            from place in Enumerable.Range(0, met.Count)
            let pair = met[place]
            let compared = Compare(pair)
            where compared.Both >= FewestTogether && together[pair].Months >= FewestMonths && shares[place] <= CrossTable.FalseShare
            orderby shares[place], compared.Lift descending, pair.First, pair.Second
            select new PatternPair(new(pair.First, names[pair.First]), new(pair.Second, names[pair.Second]), compared, together[pair].Months, shares[place]);

        return new PairsOfPatterns([.. pairs], tests, all);

        Together Compare((int First, int Second) pair) => new(together[pair].Postmortems, seen[pair.First], seen[pair.Second], all);
    }

    private static Dictionary<(int First, int Second), (int Postmortems, int Months)> Together(IEnumerable<Membership> rows) =>
        rows.GroupBy(row => row.Postmortem)
            .SelectMany(told =>
            {
                var month = told.Min(row => row.SeenAt).UtcDateTime.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
                int[] patterns = [.. told.Select(row => row.Pattern).Distinct().Order()];
                return patterns.SelectMany((first, at) => patterns.Skip(at + 1).Select(second => (Pair: (first, second), Month: month)));
            })
            .GroupBy(met => met.Pair)
            .ToDictionary(met => met.Key, met => (met.Count(), met.Select(one => one.Month).Distinct().Count()));

    /// <summary>That a pattern stands in a postmortem.</summary>
    internal sealed record Membership(int Pattern, string Name, Guid Postmortem, DateTimeOffset SeenAt);
}

/// <param name="Tested">How many pairs were looked at.</param>
/// <param name="Postmortems">Among how many postmortems.</param>
public sealed record PairsOfPatterns(IReadOnlyList<PatternPair> Pairs, int Tested, int Postmortems);

/// <param name="Months">In how many months of the calendar they came together.</param>
/// <param name="FalseShare">The share of false ones among the pairs that would be told at this one's chance.</param>
public sealed record PatternPair(PairedPattern First, PairedPattern Second, Together Together, int Months, double FalseShare);

public sealed record PairedPattern(int Number, string Name);
