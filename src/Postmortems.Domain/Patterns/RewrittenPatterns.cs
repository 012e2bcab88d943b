using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns;

/// <summary>Saves what somebody wrote about a pattern unless somebody else did meanwhile. What grouping says of it at the same time stays.</summary>
internal static class RewrittenPatterns
{
    public static async Task<Saved> SaveUnlessRewrittenAsync(this PostmortemsDb db, Pattern pattern, uint version, CancellationToken cancel)
    {
        db.Entry(pattern).Property(p => p.Version).OriginalValue = version;

        try
        {
            await db.SaveChangesAsync(cancel);
            return Saved.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Saved.ChangedMeanwhile;
        }
    }
}
