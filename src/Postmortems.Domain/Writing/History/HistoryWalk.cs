using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.History;

/// <summary>
/// Sittings and authorship follow from the changes. They are brought up to date when people pause and when somebody looks, in
/// portions, each from where the one before ended; what was written before the product noted single changes is compared whole.
/// </summary>
internal static class HistoryWalk
{
    /// <summary>Changes. Twice as many at most lie between a version and the nearest kept authorship.</summary>
    public const int Portion = 500;

    public static async Task BringHistoryUpToDateAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        while (await db.Documents.AnyAsync(d => d.PostmortemId == postmortem && !db.Authorships.Any(a => a.PostmortemId == postmortem && a.Version == d.Version), cancel)
            && await TakePortionAsync(db, postmortem, cancel))
        {
        }
    }

    /// <summary>Who wrote which words at any version.</summary>
    public static async Task<Authorship> AuthorshipAtAsync(this PostmortemsDb db, Guid postmortem, int version, CancellationToken cancel)
    {
        var authorship = await NearestAsync(db, postmortem, version, cancel) is { } kept ? Authorship.Parse(kept.Told) : new Authorship();

        while (authorship.Version < version)
        {
            var steps = await StepsAsync(db, postmortem, authorship.Version, version, cancel);

            if (steps.Count == 0)
            {
                throw new InvalidOperationException($"Version {authorship.Version + 1} of {postmortem} is neither kept whole nor as a change.");
            }

            foreach (var step in steps)
            {
                authorship.Take(step.Version, step.By, step.At, step.Changes);
            }
        }

        return authorship;
    }

    private static Task<KeptAuthorship?> NearestAsync(PostmortemsDb db, Guid postmortem, int version, CancellationToken cancel) =>
        db.Authorships.Where(a => a.PostmortemId == postmortem && a.Version <= version).OrderByDescending(a => a.Version).FirstOrDefaultAsync(cancel);

    /// <returns>False when somebody else was faster and nothing is left.</returns>
    private static async Task<bool> TakePortionAsync(PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Two who look at once would tell the same sittings; those who write are not held up.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({postmortem.ToString()}, 36))", cancel);

        var kept = await NearestAsync(db, postmortem, int.MaxValue, cancel);
        var authorship = kept is null ? new Authorship() : Authorship.Parse(kept.Told);
        var sitting = await db.Sittings.Where(s => s.PostmortemId == postmortem).OrderByDescending(s => s.FirstVersion).FirstOrDefaultAsync(cancel);
        var touched = sitting is null ? [] : new HashSet<Sitting> { sitting };

        var steps = await StepsAsync(db, postmortem, authorship.Version, int.MaxValue, cancel);

        foreach (var step in steps)
        {
            authorship.Take(step.Version, step.By, step.At, step.Changes);

            if (sitting is null || authorship.Sitting == step.Version)
            {
                sitting = new Sitting(postmortem, step.Version, step.By, step.At);
                db.Add(sitting);
            }

            sitting.Take(step.Version, step.By, step.At);
            touched.Add(sitting);
        }

        // Its words are counted once, when nothing more of it is to come.
        if (sitting is not null && await db.Documents.AnyAsync(d => d.PostmortemId == postmortem && d.Version > authorship.Version, cancel))
        {
            touched.Remove(sitting);
        }

        foreach (var one in touched)
        {
            var compared = WordChanges.Between(
                await db.TextAtAsync(postmortem, one.FirstVersion - 1, cancel) ?? "",
                await db.TextAtAsync(postmortem, one.LastVersion, cancel) ?? "");
            one.Changed(compared.WordsIn, compared.WordsOut);
        }

        await KeepAsync(db, postmortem, kept, authorship, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return steps.Count > 0;
    }

    /// <summary>One is kept every so many versions, and the newest.</summary>
    private static async Task KeepAsync(PostmortemsDb db, Guid postmortem, KeptAuthorship? last, Authorship now, CancellationToken cancel)
    {
        if (last?.Version == now.Version)
        {
            return;
        }

        var beforeLast = last is null ? null : await NearestAsync(db, postmortem, last.Version - 1, cancel);

        if (last is not null && last.Version - (beforeLast?.Version ?? 0) < Portion)
        {
            db.Remove(last);
        }

        db.Add(new KeptAuthorship(postmortem, now.Version, now.ToJson()));
    }

    private static async Task<IReadOnlyList<Step>> StepsAsync(PostmortemsDb db, Guid postmortem, int after, int until, CancellationToken cancel)
    {
        var changes = await db.DocumentChanges
            .AsNoTracking()
            .Where(c => c.PostmortemId == postmortem && c.Version > after && c.Version <= until)
            .OrderBy(c => c.Version)
            .Take(Portion)
            .ToListAsync(cancel);
        var steps = changes.Index().TakeWhile(change => change.Item.Version == after + 1 + change.Index).Select(change => change.Item).ToList();

        return steps.Count > 0
            ? [.. steps.Select(step => new Step(step.Version, step.By, step.At, ChangeSetJson.Parse(step.Changes)))]
            : await WholeAsync(db, postmortem, after, cancel);
    }

    private static async Task<IReadOnlyList<Step>> WholeAsync(PostmortemsDb db, Guid postmortem, int after, CancellationToken cancel)
    {
        var kept = await db.DocumentVersions.AsNoTracking().Where(v => v.PostmortemId == postmortem && v.Version > after).OrderBy(v => v.Version).FirstOrDefaultAsync(cancel);

        return kept is null ? [] : [new Step(kept.Version, kept.By, kept.At, WordChanges.ChangeBetween(await db.TextAtAsync(postmortem, after, cancel) ?? "", kept.Text))];
    }

    private sealed record Step(int Version, Guid By, DateTimeOffset At, ChangeSet Changes);
}
