using Postmortems.Domain.Patterns.Fixes;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>Whether what shipped stopped what it should, for many patterns at once.</summary>
internal static class Watches
{
    /// <param name="automations">By the id of their pattern; only those that shipped.</param>
    /// <returns>Without those that nobody watched before they shipped.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Watch>> OfAsync(PostmortemsDb db, IReadOnlyDictionary<Guid, Automation> automations, DateTimeOffset now, CancellationToken cancel)
    {
        if (automations.Count == 0)
        {
            return new Dictionary<Guid, Watch>();
        }

        Guid[] ids = [.. automations.Keys];
        var occurrences = await Occurrences.OfAsync(db, ids, cancel);
        var oldest = await Occurrences.OldestIncidentAsync(db, cancel);
        var runs = await RunsSeen.OfAsync(db, ids, cancel);

        return automations
            .Select(pair => (pair.Key, PatternHistory.Of(occurrences[pair.Key], oldest, pair.Value, now, runs.GetValueOrDefault(pair.Key)).Watch))
            .Where(watched => watched.Watch is not null)
            .ToDictionary(watched => watched.Key, watched => watched.Watch!);
    }
}
