using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

/// <summary>What changed between two versions of a document.</summary>
public sealed class CompareVersions(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when there is no such postmortem or version.</returns>
    public async Task<Comparison?> RunAsync(Actor actor, int number, int earlier, int later, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        var texts = await (
            from postmortem in db.PostmortemsFor(actor)
            join version in db.DocumentVersions on postmortem.Id equals version.PostmortemId
            where postmortem.Number == number && (version.Version == earlier || version.Version == later)
            select new { version.Version, version.Text }).ToDictionaryAsync(row => row.Version, row => row.Text, cancel);

        return texts.TryGetValue(earlier, out var before) && texts.TryGetValue(later, out var after)
            ? new Comparison(earlier, later, LineChanges.Between(before, after))
            : null;
    }
}

public sealed record Comparison(int Earlier, int Later, IReadOnlyList<LineChange> Lines);
