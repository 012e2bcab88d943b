using Postmortems.Domain.Ops;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Has repeated fixes looked for again after a fix step was told, changed, deleted or restored.</summary>
internal static class RegroupedFixes
{
    public static void RegroupFixes(this PostmortemsDb db, bool wasFix, TimelineEntry entry, DateTimeOffset now)
    {
        if (wasFix || entry.Fix is not null)
        {
            db.Errands.Add(new Errand(Errand.RecomputePatterns, now));
        }
    }
}
