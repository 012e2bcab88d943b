using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Retros;

/// <summary>
/// Chooses at most five patterns by cost × confidence among those that moved in the window, and where places are left, among those that
/// were found in it in what is older; and the verdicts to look at.
/// </summary>
internal sealed class PackPatterns(PostmortemsDb db, Retro retro, DateTimeOffset now)
{
    private const int MostVerdicts = 8;
    private const double Unsure = 0.5;

    public async Task<PackChoice> ChooseAsync(CancellationToken cancel)
    {
        // What people dismissed or accepted asks again by itself, when its day has come or when it has grown.
        var patterns = (await db.Patterns.AsNoTracking().Where(pattern => pattern.FadedAt == null).ToListAsync(cancel))
            .FindAll(pattern => pattern.State is not (PatternState.Dismissed or PatternState.AcceptedRisk or PatternState.Merged));
        var seen = await Occurrences.OfAsync(db, [.. patterns.Select(pattern => pattern.Id)], cancel);
        var oldest = await Occurrences.OldestIncidentAsync(db, cancel);
        var moved = patterns.Select(pattern => Moved(pattern, [.. seen[pattern.Id]], oldest)).ToList();
        var recurred = moved.Where(found => found is { Part: CardPart.Pattern, Why: not CardReason.Shipped }).ToList();
        var ranked = await RankedAsync(recurred, patterns.ToDictionary(pattern => pattern.Id), cancel);

        return new PackChoice(
            [.. ranked.Take(Agenda.MostPatterns(retro.Cadence))],
            [.. moved.Where(found => found.Shipped is not null).OrderBy(found => found.Why).ThenByDescending(found => found.Shipped).Take(MostVerdicts).Select(found => found with { Part = CardPart.Verdict })],
            seen.Where(pattern => pattern.Any()).ToDictionary(pattern => pattern.Key, pattern => pattern.Max()));
    }

    private PackedPattern Moved(Pattern pattern, IReadOnlyList<DateTimeOffset> seen, DateTimeOffset? oldest)
    {
        var window = seen.Count(at => at > retro.WindowFrom && at <= now);
        var earlier = seen.Count(at => at <= retro.WindowFrom);
        var verdict = PatternHistory.Of(seen, oldest, pattern.Automation, now).Watch?.Verdict;
        var then = PatternHistory.Of(seen.Where(at => at <= retro.WindowFrom), oldest, pattern.Automation, retro.WindowFrom).Watch?.Verdict;

        var shipped = pattern.Automation?.ShippedAt;

        CardReason? why =
            pattern.ResurfacedAt > retro.WindowFrom || (verdict is Verdict.CameBack or Verdict.NoChange && window > 0) ? CardReason.CameBack
            : verdict is not null and not Verdict.TooEarly and not Verdict.NothingBefore && verdict != then ? CardReason.VerdictPossible
            : shipped is not null && !seen.Any(at => at > shipped) ? null
            : window > 0 && (earlier == 0 || pattern.CreatedAt > retro.WindowFrom) ? CardReason.New
            : window > 0 ? CardReason.Grown
            : seen.Count > 0 && shipped is null && pattern.CreatedAt > retro.WindowFrom ? CardReason.Found
            : null;

        return new PackedPattern(pattern.Id, why is null ? CardPart.Verdict : CardPart.Pattern, why ?? CardReason.Shipped, window, seen.Count)
        {
            Shipped = verdict is null ? null : pattern.Automation?.ShippedAt,
        };
    }

    /// <summary>As the list of patterns ranks them; a pattern that nobody weighed yet is weighed here.</summary>
    private async Task<IEnumerable<PackedPattern>> RankedAsync(List<PackedPattern> moved, Dictionary<Guid, Pattern> patterns, CancellationToken cancel)
    {
        var incidents = await PatternCosts.IncidentsOfAsync(db, [.. moved.Select(found => found.PatternId)], cancel);

        return moved
            .Select(found =>
            {
                List<CostlyIncident> costly = [.. incidents[found.PatternId]];
                var pattern = patterns[found.PatternId];
                var weighed = pattern.Weighed ?? Weighed.Of(found.SeenInAll, costly, pattern.Confirmation is null ? Unsure : 1, typical: 0);
                var cost = PatternCost.Of(costly);
                return found with { Weight = weighed.Weight, CostMinutes = cost.ImpactMinutes + cost.HandMinutes, Confidence = weighed.Confidence, AtNight = cost.AtNight };
            })
            .OrderBy(found => found.Why is CardReason.Found ? 1 : 0).ThenByDescending(found => found.Weight).ThenByDescending(found => found.SeenInAll).ThenBy(found => found.PatternId);
    }
}

/// <param name="LastSeen">When each pattern was seen last.</param>
internal sealed record PackChoice(IReadOnlyList<PackedPattern> Patterns, IReadOnlyList<PackedPattern> Verdicts, IReadOnlyDictionary<Guid, DateTimeOffset> LastSeen);

internal sealed record PackedPattern(Guid PatternId, CardPart Part, CardReason Why, int SeenInWindow, int SeenInAll)
{
    public DateTimeOffset? Shipped { get; init; }

    /// <summary>Cost × confidence, by which it is ranked.</summary>
    public double Weight { get; init; }

    public double CostMinutes { get; init; }

    public double Confidence { get; init; }

    public int AtNight { get; init; }
}
