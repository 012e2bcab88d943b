using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>The pattern of the demo that somebody already automated: it has not come back since.</summary>
internal static class WatchedCertificates
{
    private const int ShippedDaysAgo = 121;

    public static async Task AutomateAsync(PostmortemsDb db, Cast cast, DateTimeOffset now, CancellationToken cancel)
    {
        var members =
            from member in db.PatternMembers
            join cause in db.Causes on member.CauseId equals cause.Id
            where cause.Leaf == "certificate-or-key-expiry"
            group member by member.PatternId into pattern
            orderby pattern.Count() descending
            select pattern.Key;
        var id = await members.FirstAsync(cancel);
        var expiry = await db.Patterns.SingleAsync(pattern => pattern.Id == id, cancel);

        expiry.Describe("Certificates reach their expiry date and nobody is watching", "Venues");
        expiry.Automate(
            new Automation(
                "A nightly job reads the end date of every certificate that we serve or sign with. It renews what it can, and opens a ticket thirty days ahead for what it cannot. To stop it, disable the schedule cert-watch in the platform account.",
                "https://wiki.fermata.example/runbooks/cert-watch",
                cast.PersonCalled(Cast.Jonas),
                now.AddDays(-ShippedDaysAgo)),
            now);
    }
}
