using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Fixes that people repeat by hand, with what automating each may save, the surest gain first.</summary>
public sealed class ListCandidates(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <summary>Those found in most incidents; nobody automates more at once.</summary>
    public const int Most = 100;

    public async Task<IReadOnlyList<CandidateRow>> RunAsync(Actor actor, WhatIf guess, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var patterns = await db.PatternsOf(actor).AsNoTracking().Where(pattern => pattern.IsOfFixes).OrderByDescending(pattern => pattern.PostmortemCount).ThenBy(pattern => pattern.Number).Take(Most).ToListAsync(cancel);
        var steps = (await HandSteps.ShownAsync(db, actor, [.. patterns.Select(pattern => pattern.Id)], cancel)).ToLookup(step => step.PatternId);
        var oldest = await Occurrences.OldestIncidentAsync(db, cancel) ?? clock.GetUtcNow();
        var days = Math.Max(1, (clock.GetUtcNow() - oldest).TotalDays);
        var prior = RatePrior.Of([.. patterns.Select(pattern => pattern.PostmortemCount)], days);

        return
        [
            .. patterns.Select(pattern => CandidateRow.Of(pattern, [.. steps[pattern.Id]], days, prior, guess))
                .OrderByDescending(row => row.Saving is { } saving ? saving.ChanceOfGain * Math.Max(0, saving.Median) : -1)
                .ThenByDescending(row => row.Incidents).ThenBy(row => row.Number),
        ];
    }
}

/// <summary>What people guess about building an automation.</summary>
/// <param name="Months">Over which time it should pay.</param>
public sealed record WhatIf(double BuildHours = 8, double UpkeepHours = 0.5, int Months = 24)
{
    /// <summary>What part of the work by hand it takes over where it applies.</summary>
    public static readonly Guess Effect = new(0.5, 0.8, 0.95);
}

/// <param name="WithMinutes">How many incidents say how long it took.</param>
/// <param name="Minutes">By hand in all, as far as written down.</param>
/// <param name="Saving">Null while nobody wrote down how long it took.</param>
public sealed record CandidateRow(
    int Number, string Name, IReadOnlyList<string> SharedTerms, int Incidents, int WithMinutes, double Minutes, double Days, Saving? Saving, Automation? Automation, bool IsConfirmed, IReadOnlyList<string> Quotes)
{
    internal static CandidateRow Of(Pattern pattern, IReadOnlyList<HandStepRow> steps, double days, RatePrior prior, WhatIf guess)
    {
        var incidents = steps.GroupBy(step => step.Incident).ToList();
        List<double> minutes = [.. incidents.Select(incident => (double)incident.Sum(step => step.Minutes ?? 0)).Where(sum => sum > 0)];
        var saving = minutes.Count == 0 ? null : Saving.Of(new SavingQuestion(
            incidents.Count, days, prior, minutes, incidents.Count, WhatIf.Effect, guess.BuildHours * 60, guess.UpkeepHours * 60, guess.Months));

        return new CandidateRow(
            pattern.Number, pattern.Name, pattern.SharedTerms, incidents.Count, minutes.Count, minutes.Sum(), days, saving, pattern.Automation, pattern.Confirmation is not null,
            [.. steps.OrderByDescending(step => step.Strength).DistinctBy(step => step.Incident).Take(2).Select(step => step.Text)]);
    }
}
