using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>The pattern of the demo that somebody already automated: it has not come back since.</summary>
internal static class WatchedCertificates
{
    private const int ShippedDaysAgo = 121;

    private static readonly (int DaysAgo, string Note)[] Runs = [(97, "Renewed the certificate of the gate list"), (41, "Renewed the certificate of the webhook")];

    public static async Task AutomateAsync(PostmortemsDb db, Cast cast, DateTimeOffset now, CancellationToken cancel)
    {
        var members =
            from member in db.PatternMembers
            join cause in db.Causes on member.StatementId equals cause.Id
            where cause.Leaf == "certificate-or-key-expiry"
            group member by member.PatternId into pattern
            orderby pattern.Count() descending
            select pattern.Key;
        var id = await members.FirstAsync(cancel);
        var expiry = await db.Patterns.SingleAsync(pattern => pattern.Id == id, cancel);

        expiry.Describe("Certificates reach their expiry date and nobody is watching", "Venues", PatternKind.Mechanism, "Something with an end date that we serve or sign with, and no sign before the day. Not: keys that were revoked.");
        var jonas = cast.PersonCalled(Cast.Jonas);
        expiry.Confirm(jonas, now.AddDays(-ShippedDaysAgo - 20));
        await db.PutInAsync(
            expiry, await db.PatternMembers.Where(member => member.PatternId == id).Select(member => member.StatementId).ToListAsync(cancel),
            jonas, "Confirmed with the pattern.", now.AddDays(-ShippedDaysAgo - 20), cancel);
        await db.CloseAsync(id, SuggestionKind.NewPattern, accepted: true, jonas, "", now.AddDays(-ShippedDaysAgo - 20), cancel);
        expiry.Automate(
            new Automation(
                "A nightly job reads the end date of every certificate that we serve or sign with. It renews what it can, and opens a ticket thirty days ahead for what it cannot. To stop it, disable the schedule cert-watch in the platform account.",
                "https://wiki.fermata.example/runbooks/cert-watch",
                jonas,
                now.AddDays(-ShippedDaysAgo))
            {
                StoppedBy = "Disable the schedule cert-watch in the platform account; it ends within a minute.",
                SeenBy = "Venues, in their channel, each morning it did something.",
                WrongPremise = "It renews only what it finds in use and never deletes; the old certificate stays valid beside the new one.",
            },
            now);

        foreach (var (daysAgo, note) in Runs)
        {
            db.AutomationRuns.Add(new AutomationRun(id, $"cert-watch-{daysAgo}", now.AddDays(-daysAgo), RunOutcome.Worked, note, jonas, now.AddDays(-daysAgo)));
        }
    }
}
