using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Gathering;

/// <summary>Where causes gather: which kinds on which services more often than chance would have it, and which patterns come together.</summary>
public sealed class ReadGathering(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<GatheringView> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var matrix = ServiceMatrix.Of(await CountedCauses.ReadAsync(db, cancel));
        var quotes = await CountedCauses.QuotesAsync(db, [.. matrix.StandingOut], cancel);

        return new GatheringView(matrix, quotes, await CountedCauses.WithoutPlaceAsync(db, cancel), await PatternPairs.ReadAsync(db, actor, cancel));
    }
}

/// <param name="Quotes">Some of the causes in each cell that holds more than expected.</param>
/// <param name="WithoutPlace">Causes that name no service or no kind, and so stand in no cell.</param>
public sealed record GatheringView(ServiceMatrix Matrix, ILookup<MatrixCell, GatheredCause> Quotes, int WithoutPlace, PairsOfPatterns Pairs);

/// <summary>A cause of a cell that stands out.</summary>
public sealed record GatheredCause(Guid Id, string Statement, int Postmortem);

/// <summary>One cell of the table, with what it stands for.</summary>
public sealed record MatrixCell(string Service, string Group, string GroupLabel, CrossCell Cross);
