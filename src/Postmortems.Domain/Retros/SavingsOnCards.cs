using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Retros;

/// <summary>What automating the repeated fixes on cards may save, by the same reckoning as the list of what to automate.</summary>
internal static class SavingsOnCards
{
    /// <param name="patterns">Those on the cards.</param>
    /// <param name="standing">How often each pattern of fixes that stands was seen; what is chosen for being frequent comes less often afterwards.</param>
    /// <returns>Reckoned when it is asked for, since that costs more than reading.</returns>
    public static async Task<Dictionary<Guid, Lazy<CandidateRow>>> OfAsync(
        PostmortemsDb db, IEnumerable<Pattern?> patterns, IEnumerable<int> standing, DateTimeOffset? oldest, DateTimeOffset now, CancellationToken cancel)
    {
        var candidates = patterns.OfType<Pattern>().Where(pattern => pattern.IsOfFixes && pattern.Automation?.ShippedAt is null).DistinctBy(pattern => pattern.Id).ToList();

        if (candidates.Count == 0)
        {
            return [];
        }

        var steps = (await HandSteps.OfAsync(db, [.. candidates.Select(pattern => pattern.Id)], cancel)).ToLookup(step => step.PatternId);
        var days = Math.Max(1, (now - (oldest ?? now)).TotalDays);
        var prior = RatePrior.Of([.. standing.OrderDescending().Take(ListCandidates.Most)], days);
        return candidates.ToDictionary(pattern => pattern.Id, pattern => new Lazy<CandidateRow>(() => CandidateRow.Of(pattern, [.. steps[pattern.Id]], days, prior, new WhatIf())));
    }
}
