using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What people said about where statements belong, the last word for each statement and pattern: these belong there, these never do.</summary>
internal sealed class Rulings
{
    private readonly Dictionary<Guid, Guid> belongs = [];
    private readonly HashSet<(Guid Statement, Guid Pattern)> apart = [];

    public static async Task<Rulings> ReadAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var said = await db.PatternLedger
            .Where(entry => entry.By != null)
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new { entry.StatementId, entry.PatternId, entry.IsIn })
            .ToListAsync(cancel);
        var rulings = new Rulings();

        foreach (var entry in said)
        {
            rulings.Say(entry.StatementId, entry.PatternId, entry.IsIn);
        }

        return rulings;
    }

    public Guid? PatternOf(Guid statement) => belongs.TryGetValue(statement, out var pattern) ? pattern : null;

    public bool IsApart(Guid statement, Guid pattern) => apart.Contains((statement, pattern));

    /// <summary>Every statement with the pattern that people put it in.</summary>
    public IEnumerable<(Guid Statement, Guid Pattern)> Held => belongs.Select(pair => (pair.Key, pair.Value));

    private void Say(Guid statement, Guid pattern, bool isIn)
    {
        if (isIn)
        {
            belongs[statement] = pattern;
            apart.Remove((statement, pattern));
            return;
        }

        apart.Add((statement, pattern));

        if (PatternOf(statement) == pattern)
        {
            belongs.Remove(statement);
        }
    }
}
