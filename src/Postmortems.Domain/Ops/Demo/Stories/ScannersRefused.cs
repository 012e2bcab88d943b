using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class ScannersRefused
{
    public static Story Story { get; } = new(
        "Scanners at two venues refused every ticket",
        Severity.Sev2,
        DaysAgo: 318,
        [Cast.Gates],
        "The certificate of the scanner endpoint expired an hour before doors. Older handhelds refused to talk to it; staff at two venues let about 2,300 guests in by eye.",
        new("18:00:00", "18:11", "18:15", "18:52", "19:05"))
    {
        Windows = [new("18:00:00", "18:52", "Handhelds of two venues could not validate tickets; entry by eye.")],
        Timeline =
        [
            new("-365 day", EntryKind.Change, "The certificate is issued for a year and installed by hand.") { Basis = Basis.Inferred, Evidence = "Its own start date" },
            new("18:00:00", EntryKind.Event, "The certificate of scan.fermata.example reaches its end date."),
            new("18:11", EntryKind.Message, "A venue calls: all handhelds show “no connection”.") { Basis = Basis.Reported },
            new("18:15", EntryKind.Milestone, "On-call for Venues takes it."),
            new("~18:25", EntryKind.Hypothesis, "The venue's wireless network is down. A second venue calls with the same words.") { Basis = Basis.Reported },
            new("18:33", EntryKind.Signal, "openssl shows notAfter 33 minutes ago.") { Evidence = "Terminal output in the channel" },
            new("18:36", EntryKind.Decision, "Venues are asked to let guests in by eye and to keep the stubs."),
            StoryEntry.ByHand("18:52", "Issued a new certificate and installed it on both gateways.", "renew-secret", 16, FixEffect.StoppedImpact),
            new("19:05", EntryKind.Milestone, "Every handheld has validated a ticket since."),
        ],
        Postmortem = new("An end date that only the certificate knew", "pagerduty", "scanners-refused", Cast.Jonas, PostmortemState.Published)
        {
            Causes =
            [
                new("expiry", "The TLS certificate of the scanner endpoint expired, and nothing watched its expiry date.", "certificate-or-key-expiry", CauseRole.Trigger, Confidence.Established, "It had been installed by hand a year before, outside the automation that renews the public sites.", "18:00:00", "18:33"),
                new("call", "Handhelds that cannot connect report to nobody, so that a telephone call was the first signal.", "no-signal", CauseRole.Hid, Confidence.Established, "Requests simply stopped. No alert looks for silence.", "18:11"),
                new("stubs", "Venue staff had been trained to admit by eye and to keep stubs.", "runbook-gap", CauseRole.LimitedImpact, Confidence.Likely, "Nobody with a ticket stayed outside for more than a few minutes.", "18:36"),
            ],
            ActionItems =
            [
                new("Renew the scanner certificate by the same automation as the public sites", ActionItemType.Repair, Priority.P1, Cast.Jonas, -290, "The certificate was renewed once without hands.", "expiry") { Outcome = new(ActionItemState.Verified, 230, "Renewed by the job at two thirds of its life.") },
                new("Alert on silence: no scan from a venue during its doors", ActionItemType.Detect, Priority.P2, Cast.Ines, -34, "A venue that is switched off in the drill raises a page within five minutes.", "call") { Outcome = new(ActionItemState.InProgress, 20) },
            ],
        },
    };
}
