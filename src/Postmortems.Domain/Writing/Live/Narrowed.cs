using System.Globalization;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Writing.Live;

/// <summary>What one live block shows, by its options.</summary>
public static class Narrowed
{
    private const int FewSimilar = 5;

    public static IReadOnlyList<LiveEntry> EntriesOf(this LiveBlock block, LiveFacts facts)
    {
        var kinds = block.Chosen<EntryKind>(LiveOptions.Kind);
        return [.. facts.Timeline.Where(entry => (kinds.Count == 0 || kinds.Contains(entry.Kind)) && block.IsAbout(entry.Incident))];
    }

    public static IReadOnlyList<CauseRow> CausesOf(this LiveBlock block, PostmortemView view)
    {
        var roles = block.Chosen<CauseRole>(LiveOptions.Role);
        return [.. view.Causes.Where(cause => roles.Count == 0 || roles.Contains(cause.Role))];
    }

    public static IReadOnlyList<PromiseRow> PromisesOf(this LiveBlock block, PostmortemView view)
    {
        var states = block.Chosen<PromisesShown>(LiveOptions.State);
        return [.. view.Promises.Where(promise => states.Count == 0 || states.Contains(promise.IsOpen ? PromisesShown.Open : PromisesShown.Settled))];
    }

    public static IReadOnlyList<AboutIncident> IncidentsOf(this LiveBlock block, PostmortemView view) =>
        [.. view.Head.Incidents.Where(incident => block.IsAbout(incident.Number))];

    public static IReadOnlyList<SimilarPostmortem> SimilarOf(this LiveBlock block, LiveFacts facts) =>
        [.. facts.Similar.Take(block.Options.GetValueOrDefault(LiveOptions.Top) is { } top ? int.Parse(top, CultureInfo.InvariantCulture) : FewSimilar)];

    private static bool IsAbout(this LiveBlock block, int incident) =>
        block.Options.GetValueOrDefault(LiveOptions.Incident) is not { } asked || LiveOptions.IncidentNumber(asked) == incident;
}
