using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns;

/// <summary>Opens patterns again that came back after their automation had shipped. Home tells everybody, and its owner first.</summary>
internal static class Recurrences
{
    public static async Task ReopenAsync(PostmortemsDb db, IEnumerable<Pattern> patterns, DateTimeOffset now, CancellationToken cancel)
    {
        var shipped = patterns.Where(pattern => pattern.Automation?.ShippedAt is not null && pattern.MergedIntoId is null).ToList();
        var seen = await Occurrences.OfAsync(db, [.. shipped.Select(pattern => pattern.Id)], cancel);

        foreach (var pattern in shipped.Where(pattern => seen[pattern.Id].Any() && pattern.ComeBack(seen[pattern.Id].Max(), now)))
        {
            db.AuditLog.Add(new AuditEntry(null, "pattern/came-back", pattern.Id, pattern.Name, now));
        }
    }
}
