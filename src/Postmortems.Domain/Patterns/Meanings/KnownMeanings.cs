using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Meanings;

/// <summary>What the model has said so far. What it has not said yet is remembered, to be asked.</summary>
internal sealed class KnownMeanings
{
    private readonly Dictionary<string, float[]> numbers;
    private readonly bool isOn;
    private bool lacks;

    private KnownMeanings(Dictionary<string, float[]> numbers, bool isOn)
    {
        this.numbers = numbers;
        this.isOn = isOn;
    }

    public static async Task<KnownMeanings> ReadAsync(PostmortemsDb db, EmbeddingsEndpoint endpoint, CancellationToken cancel)
    {
        var known = endpoint.IsOn ? await db.StatementVectors.AsNoTracking().Where(vector => vector.Model == endpoint.Model).ToListAsync(cancel) : [];

        return new KnownMeanings(known.ToDictionary(vector => Convert.ToHexString(vector.TextHash), vector => StatementVector.Read(vector.Numbers)), endpoint.IsOn);
    }

    /// <returns>Nothing where meaning from outside is off, refused or not yet asked.</returns>
    public ReadOnlyMemory<float> Of(string text)
    {
        if (!isOn)
        {
            return default;
        }

        var found = numbers.GetValueOrDefault(Convert.ToHexString(StatementVector.HashOf(text)));
        lacks |= found is null;

        return found;
    }

    /// <summary>Has the rest asked, behind the scenes: nobody waits for another machine to group.</summary>
    public async Task AskForTheRestAsync(PostmortemsDb db, DateTimeOffset now, CancellationToken cancel)
    {
        if (lacks && !await db.Errands.AnyAsync(errand => errand.Kind == Errand.AskMeanings && errand.Attempts < Errand.MostAttempts, cancel))
        {
            db.Errands.Add(new Errand(Errand.AskMeanings, now));
        }
    }
}
