using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns;

/// <summary>The patterns that somebody may see.</summary>
internal static class SeenPatterns
{
    public static IQueryable<Pattern> PatternsOf(this PostmortemsDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.Patterns.Where(pattern => pattern.FadedAt == null);
    }
}
