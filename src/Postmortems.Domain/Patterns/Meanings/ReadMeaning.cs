using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Meanings;

/// <summary>Whether texts are sent to a model of the team's, and how that goes.</summary>
public sealed class ReadMeaning(IDbContextFactory<PostmortemsDb> databases, EmbeddingsEndpoint endpoint)
{
    /// <returns>Null where nothing leaves this machine.</returns>
    public async Task<MeaningView?> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!endpoint.IsOn)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.StatementVectors.CountAsync(vector => vector.Model == endpoint.Model && vector.Numbers != StatementVector.None, cancel);
        var refused = await db.StatementVectors.CountAsync(vector => vector.Model == endpoint.Model && vector.Numbers == StatementVector.None, cancel);
        var problem = await db.Errands.Where(errand => errand.Kind == Errand.AskMeanings && errand.Problem != null).OrderByDescending(errand => errand.Id).Select(errand => errand.Problem).FirstOrDefaultAsync(cancel);

        return new MeaningView(endpoint.Place, endpoint.Model, known, refused, problem);
    }
}

/// <param name="Known">Texts that the model has answered.</param>
/// <param name="Refused">Texts that it would not take.</param>
/// <param name="Problem">Why it did not answer the last time; null while it does.</param>
public sealed record MeaningView(string Place, string Model, int Known, int Refused, string? Problem);
