using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Meanings;

/// <summary>
/// Asks the team's model what causes and fix steps mean, each text once, and has them grouped again. When the model does
/// not answer, the errand fails with a sentence and is tried again; grouping went on by words meanwhile.
/// </summary>
[WithoutActor("Runs as an errand of the product after causes have changed; what comes out is read through an actor.")]
public sealed class AskMeanings(IDbContextFactory<PostmortemsDb> databases, EmbeddingsEndpoint endpoint, TimeProvider clock)
{
    private const int AtOnce = 32;
    private const int LongestText = 2_000;

    /// <summary>Other errands wait in line; after a turn of this length the rest goes to the end of it.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        if (!endpoint.IsOn)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var unknown = await UnknownAsync(db, cancel);
        var ends = clock.GetUtcNow() + Turn;
        var done = 0;

        try
        {
            foreach (var texts in unknown.Chunk(AtOnce).TakeWhile(_ => clock.GetUtcNow() < ends))
            {
                await AskAsync(db, texts, cancel);
                done += texts.Length;
            }
        }
        catch (NoMeaningException problem)
        {
            throw new NoMeaningException($"{problem.Message} Of {unknown.Count - done} texts nothing is known from outside yet; they are grouped by their words alone.");
        }
        finally
        {
            await GoOnAsync(db, done, done < unknown.Count, cancel);
        }
    }

    private async Task<List<string>> UnknownAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var causes = await RecurringStatements.ReadAsync(db, ofFixes: false, cancel);
        var steps = await RecurringStatements.ReadAsync(db, ofFixes: true, cancel);
        var known = (await db.StatementVectors.Where(vector => vector.Model == endpoint.Model).Select(vector => vector.TextHash).ToListAsync(cancel)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);

        return [.. causes.Values.Select(cause => cause.Text).Concat(steps.Values.Select(step => step.Text)).Distinct().Where(text => !known.Contains(Convert.ToHexString(StatementVector.HashOf(text))))];
    }

    private async Task AskAsync(PostmortemsDb db, string[] texts, CancellationToken cancel)
    {
        var refusals = new List<(string Text, NoMeaningException Refusal)>();
        await AskAsync(db, texts, refusals, cancel);

        if (refusals.Count > 0)
        {
            // Before it has answered anything at all, the fault is not the text's.
            _ = await LengthAsync(db, cancel) ?? throw refusals[0].Refusal;
            await KeepAsync(db, [.. refusals.Select(refused => refused.Text)], [.. refusals.Select(_ => Array.Empty<float>())], cancel);
        }
    }

    /// <summary>One text that the model refuses does not keep the others from being asked.</summary>
    private async Task AskAsync(PostmortemsDb db, string[] texts, List<(string Text, NoMeaningException Refusal)> refusals, CancellationToken cancel)
    {
        try
        {
            var found = await endpoint.AskAsync([.. texts.Select(text => Shortened.To(text, LongestText))], cancel);
            var length = await LengthAsync(db, cancel) ?? found[0].Length;

            if (found[0].Length != length)
            {
                throw new NoMeaningException($"{endpoint.Place} answered embeddings of {found[0].Length} numbers where {endpoint.Model} gave {length} before; they cannot be compared. Name the other model in the settings.");
            }

            await KeepAsync(db, texts, found, cancel);
        }
        catch (NoMeaningException refusal) when (refusal.IsAboutTheText && texts.Length == 1)
        {
            refusals.Add((texts[0], refusal));
        }
        catch (NoMeaningException refusal) when (refusal.IsAboutTheText)
        {
            await AskAsync(db, texts[..(texts.Length / 2)], refusals, cancel);
            await AskAsync(db, texts[(texts.Length / 2)..], refusals, cancel);
        }
    }

    /// <returns>How many numbers the model gave before; null while it gave none.</returns>
    private async Task<int?> LengthAsync(PostmortemsDb db, CancellationToken cancel) =>
        await db.StatementVectors.Where(vector => vector.Model == endpoint.Model && vector.Numbers != StatementVector.None).Select(vector => (int?)vector.Numbers.Length).FirstOrDefaultAsync(cancel) / sizeof(float);

    private async Task KeepAsync(PostmortemsDb db, string[] texts, float[][] numbers, CancellationToken cancel)
    {
        var rows = texts.Zip(numbers, (text, said) => new StatementVector(endpoint.Model, text, said)).ToList();
        var (hashes, said) = (rows.ConvertAll(row => row.TextHash), rows.ConvertAll(row => row.Numbers));

        // Another instance may have asked the same at the same time.
        await db.Database.ExecuteSqlAsync($"INSERT INTO statement_vectors (model, text_hash, numbers) SELECT {endpoint.Model}, hash, said FROM unnest({hashes}, {said}) AS found (hash, said) ON CONFLICT DO NOTHING", cancel);
    }

    private async Task GoOnAsync(PostmortemsDb db, int done, bool more, CancellationToken cancel)
    {
        if (done > 0)
        {
            db.Errands.Add(new Errand(Errand.RecomputePatterns, clock.GetUtcNow()));
            db.Errands.AddRange(more ? [new Errand(Errand.AskMeanings, clock.GetUtcNow())] : []);
            await db.SaveChangesAsync(cancel);
        }
    }
}
