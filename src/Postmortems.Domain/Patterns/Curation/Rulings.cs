using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What people said about where causes belong, the last word for each cause and pattern: these belong there, these never do.</summary>
internal sealed class Rulings
{
    private readonly Dictionary<Guid, Guid> belongs = [];
    private readonly HashSet<(Guid Cause, Guid Pattern)> apart = [];

    public static async Task<Rulings> ReadAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var said = await db.PatternLedger
            .Where(entry => entry.By != null)
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new { entry.CauseId, entry.PatternId, entry.IsIn })
            .ToListAsync(cancel);
        var rulings = new Rulings();

        foreach (var entry in said)
        {
            rulings.Say(entry.CauseId, entry.PatternId, entry.IsIn);
        }

        return rulings;
    }

    public Guid? PatternOf(Guid cause) => belongs.TryGetValue(cause, out var pattern) ? pattern : null;

    public bool IsApart(Guid cause, Guid pattern) => apart.Contains((cause, pattern));

    /// <summary>Every cause with the pattern that people put it in.</summary>
    public IEnumerable<(Guid Cause, Guid Pattern)> Held => belongs.Select(pair => (pair.Key, pair.Value));

    private void Say(Guid cause, Guid pattern, bool isIn)
    {
        if (isIn)
        {
            belongs[cause] = pattern;
            apart.Remove((cause, pattern));
            return;
        }

        apart.Add((cause, pattern));

        if (PatternOf(cause) == pattern)
        {
            belongs.Remove(cause);
        }
    }
}
