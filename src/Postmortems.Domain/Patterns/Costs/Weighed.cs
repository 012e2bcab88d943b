using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Costs;

/// <summary>
/// What patterns are ranked by: cost times confidence. The cost is the minutes of impact and of work by hand in all its incidents; the
/// longest counts no more than the second longest, so that one disaster does not decide. The confidence is how surely the members belong
/// together, times what would be left of the count if it had been seen this often by luck.
/// </summary>
/// <param name="Cost">Minutes.</param>
/// <param name="Assumed">Incidents of which nobody wrote down how long they hurt; each counts as <paramref name="Typical"/>.</param>
/// <param name="Typical">The median impact in minutes of all incidents that tell theirs.</param>
/// <param name="Belonging">0 to 1: 1 where people put the members there, else how alike they are.</param>
/// <param name="Returning">0 to 1: the low end of the counts that fit, in 80 of 100 cases, as a share of the count.</param>
public sealed record Weighed(double Cost, int Assumed, double Typical, double Belonging, double Returning)
{
    public double Confidence => Belonging * Returning;

    public double Weight => Cost * Confidence;

    /// <param name="seen">In how many postmortems or incidents.</param>
    /// <param name="typical">See <see cref="Typical"/>.</param>
    internal static Weighed Of(int seen, IReadOnlyCollection<CostlyIncident> incidents, double belonging, double typical)
    {
        var assumed = incidents.Count(incident => PatternCost.ImpactOf(incident) is null);
        var minutes = incidents.Select(incident => (PatternCost.ImpactOf(incident) ?? typical) + incident.StepMinutes.Sum(step => step ?? 0)).OrderDescending().ToList();
        var cost = minutes.Count < 2 ? minutes.Sum() : minutes.Sum() - minutes[0] + minutes[1];

        return new Weighed(cost, assumed, typical, belonging, seen == 0 ? 0 : PoissonCount.Around(seen, 0.80).Low / seen);
    }
}
