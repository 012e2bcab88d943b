using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns;

/// <summary>The patterns that somebody may see.</summary>
internal static class SeenPatterns
{
    /// <summary>Any number works as long as nothing else takes the same one.</summary>
    private const long OneAtATime = 5_020_260_001;

    public static IQueryable<Pattern> PatternsOf(this PostmortemsDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.Patterns.Where(pattern => pattern.FadedAt == null);
    }

    /// <summary>Also those that stand in no list: a number is never forgotten.</summary>
    public static IQueryable<Pattern> KnownPatternsOf(this PostmortemsDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.Patterns;
    }

    /// <summary>Until the transaction ends nobody else regroups or curates patterns, so that each sees what the other did.</summary>
    public static Task TakeTurnsOverPatternsAsync(this PostmortemsDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancel);
}
