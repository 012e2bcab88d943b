using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class TurnstileNearMiss
{
    public static Story Story { get; } = new(
        "Turnstile certificate renewed eleven hours before opening night",
        Severity.NearMiss,
        DaysAgo: 158,
        [Cast.Gates],
        "While tidying up another thing, somebody saw that the certificate of the turnstile gateway would expire during the opening night of the season. It was renewed the same morning. Nobody was hurt.",
        new(null, "08:20", "08:20", "09:05", "09:05"))
    {
        Timeline =
        [
            new("08:20", EntryKind.Signal, "The end date of the certificate is 19:30 today. Seen by chance in the output of an unrelated command.") { Basis = Basis.Reported },
            new("08:31", EntryKind.Decision, "Renew before noon, so that the venue can test every turnstile before doors."),
            StoryEntry.ByHand("09:05", "Renewed the certificate and installed it on the turnstile gateway.", "renew-secret", 34, FixEffect.StoppedImpact),
            new("~11:30", EntryKind.Message, "The venue tried all twelve turnstiles with a test ticket.") { Basis = Basis.Reported },
        ],
        Postmortem = new("Eleven hours to spare", "plain", "turnstile-near-miss", Cast.Jonas, PostmortemState.Published)
        {
            Causes =
            [
                new("expiry", "The certificate of the turnstile gateway was close to expiry and nothing watched the expiry date.", "certificate-or-key-expiry", CauseRole.MadePossible, Confidence.Established, "The third such date in a year, in a third place.", "08:20"),
                new("list", "There was no list of what we serve or sign with, so that fixing one left the others unknown.", "known-risk-deferred", CauseRole.MadePossible, Confidence.Likely, "After the scanners only the scanners had been looked at.", "08:20"),
                new("chance", "A colleague read an unrelated output to its end.", "no-signal", CauseRole.LimitedImpact, Confidence.Established, "", "08:20"),
            ],
            ActionItems =
            [
                new("Watch the end date of every certificate that we serve or sign with", ActionItemType.Automate, Priority.P0, Cast.Jonas, -125, "A certificate that nobody listed is found by the job and renewed or ticketed.", "expiry", "list") { Outcome = new(ActionItemState.Verified, 100, "Found nineteen certificates, four unknown; renewed two without hands.") },
            ],
        },
    };
}
