using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Brings passages from the version at which each was placed to a newer one.</summary>
internal static class Passages
{
    /// <returns>Where each stands at that version.</returns>
    public static async Task<Dictionary<Guid, Passage>> AtAsync(PostmortemsDb db, Guid postmortem, IReadOnlyList<PlacedQuote> placed, int version, CancellationToken cancel)
    {
        var standing = placed.ToDictionary(quote => quote.Thread, quote => quote.Passage);
        var behind = placed.Where(quote => quote.Words.Length > 0 && quote.PlacedAt != version).ToList();
        var passed = await MoveAsync(db, postmortem, behind, standing, version, cancel);

        foreach (var lost in behind.Where(quote => quote.PlacedAt + passed.GetValueOrDefault(quote.Thread) != version))
        {
            standing[lost.Thread] = new Passage(lost.Passage.From, lost.Passage.From);
        }

        await FindAgainAsync(db, postmortem, placed, standing, cancel);
        return standing;
    }

    /// <returns>Over how many changes each was brought.</returns>
    private static async Task<Dictionary<Guid, int>> MoveAsync(
        PostmortemsDb db, Guid postmortem, List<PlacedQuote> behind, Dictionary<Guid, Passage> standing, int version, CancellationToken cancel)
    {
        var passed = new Dictionary<Guid, int>();

        if (behind.Count == 0)
        {
            return passed;
        }

        var oldest = behind.Min(quote => quote.PlacedAt);
        var changes = db.DocumentChanges.Where(c => c.PostmortemId == postmortem && c.Version > oldest && c.Version <= version).OrderBy(c => c.Version).Select(c => new { c.Version, c.Changes });

        await foreach (var change in changes.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var set = ChangeSetJson.Parse(change.Changes);

            foreach (var quote in behind.Where(quote => quote.PlacedAt < change.Version && standing[quote.Thread].To <= set.Length))
            {
                standing[quote.Thread] = standing[quote.Thread].After(set);
                passed[quote.Thread] = passed.GetValueOrDefault(quote.Thread) + 1;
            }
        }

        return passed;
    }

    private static async Task FindAgainAsync(PostmortemsDb db, Guid postmortem, IReadOnlyList<PlacedQuote> placed, Dictionary<Guid, Passage> standing, CancellationToken cancel)
    {
        var removed = placed.Where(quote => quote.Words.Length > 0 && standing[quote.Thread].IsRemoved).ToList();

        if (removed.Count == 0)
        {
            return;
        }

        var text = (await db.DocumentAsync(postmortem, cancel)).Text;

        foreach (var quote in removed)
        {
            standing[quote.Thread] = QuotedWords.FindAgain(text, quote.Words) ?? standing[quote.Thread];
        }
    }
}

/// <summary>The words that a thread is about, and where they stood at one version.</summary>
internal sealed record PlacedQuote(Guid Thread, string Words, Passage Passage, int PlacedAt);
