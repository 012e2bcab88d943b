namespace Postmortems.Domain.Causes;

/// <summary>
/// Kinds of contributing causes: twelve groups, each leaf a condition and never a person. Codes never change, labels may.
/// Drawn from published classifications (Google SRE Workbook appendix C, SoCC'16 and '22, HotOS'19, IMC'18) and their gaps.
/// </summary>
public static class Taxonomy
{
    public static IReadOnlyList<CauseGroup> Groups { get; } =
    [
        new("change", "Change and release",
        [
            new("unsafe-upgrade-default", "Upgrade changed a default", "A new version of a module, provider or package behaves differently without being told to."),
            new("unpinned-version", "Version not pinned", "A version was pulled that nobody chose."),
            new("all-at-once", "Everything at once", "No stage or canary stood between one machine and all of them."),
            new("large-batch", "Many changes together", "Several changes travelled in one release, so that none could be told apart."),
            new("rollback-hard", "Hard to roll back", "Going back was slow, unsafe or impossible."),
            new("version-skew", "Mixed versions in flight", "Old and new ran side by side and did not agree.", IsRare: true),
            new("step-ordering", "Order of steps", "One change had to come before another, and nothing made sure.", IsRare: true),
            new("out-of-band-drift", "Drift from the code", "What ran differed from what the code of the infrastructure said."),
        ]),
        new("config", "Configuration and flags",
        [
            new("unvalidated-value", "Value outside its safe range", "A setting accepted a value that could not work."),
            new("env-difference", "Environments differ", "Staging or test did not have what production has, or the other way round."),
            new("wide-blast-scope", "Setting reaches everything", "A setting had no scope narrower than all."),
            new("flag-interaction", "Flags met unexpectedly", "A stale or forgotten flag changed what another one did.", IsRare: true),
        ]),
        new("code", "Software behaviour",
        [
            new("interface-format-mismatch", "Interface or format mismatch", "Two sides understood a schema, a message or an API differently."),
            new("error-handling", "Handling of faults", "A timeout, an error or a partial failure took a path that made things worse."),
            new("concurrency-timing", "Concurrency or timing", "The result depended on which came first."),
            new("hard-limit-constant", "Limit written into code", "A number in the code set a bound that nobody saw coming."),
            new("resource-leak", "Resource leak", "Something was taken and never given back."),
            new("edge-case-logic", "Unforeseen case", "Real input was unlike what the logic was written for."),
            new("non-idempotent-op", "Not safe to repeat", "Doing it twice did more than doing it once."),
        ]),
        new("dependency", "Dependencies and vendors",
        [
            new("third-party-outage", "Vendor was down", "A service run by somebody else stopped or misbehaved."),
            new("internal-service-failure", "Another team's service failed", "A service inside the organisation stopped or misbehaved."),
            new("hidden-or-circular-dependency", "Hidden or circular dependency", "Something was needed that no picture showed, or that needed itself."),
            new("no-fallback", "No fallback", "Without the dependency nothing at all worked."),
            new("quota-or-rate-limit", "Quota or rate limit", "A limit at a vendor or platform was reached."),
            new("identity-auth-dependency", "Sign-in or authorisation", "Identity, tokens or policies stood in the way."),
        ]),
        new("capacity", "Load and saturation",
        [
            new("finite-pool-exhausted", "Finite pool used up", "Connections, addresses, file handles, threads, disk or another pool ran out."),
            new("demand-surge", "Sudden demand", "More came in than had been planned for."),
            new("scaling-lag", "Scaling too slow or too low", "Capacity did not follow the load in time, or stopped at a maximum."),
            new("retry-or-feedback-loop", "Retries or feedback", "The reaction to trouble fed the trouble."),
            new("noisy-neighbour", "Noisy neighbour", "Somebody else's load took what was shared.", IsRare: true),
            new("memory-growth", "Memory growth", "Memory was used up slowly until the process or node fell over."),
        ]),
        new("data", "Data and state",
        [
            new("unexpected-deletion-path", "Unexpected way to delete", "An action deleted more than it seemed to."),
            new("corruption-or-bad-input", "Corrupt data or poison input", "One bad record or message stopped the rest."),
            new("migration-lock-or-schema", "Migration or schema", "A change of schema locked, broke or surprised what used it."),
            new("replication-or-consistency", "Replication or consistency", "Copies disagreed or fell behind."),
            new("restore-gap", "Restore not possible", "A backup was missing, unreadable or too old."),
            new("backlog-accumulation", "Backlog", "Work piled up faster than it was done.", IsRare: true),
        ]),
        new("platform", "Infrastructure",
        [
            new("network-or-dns", "Network or DNS", "Packets or names did not arrive."),
            new("compute-or-hardware", "Compute or hardware", "A machine, disk or card failed."),
            new("zone-or-region", "Zone or region", "A whole zone or region was affected."),
            new("orchestrator-scheduling", "Orchestrator or scheduling", "Work was not placed, moved or restarted as needed."),
            new("maintenance-side-effect", "Side effect of maintenance", "Planned work elsewhere touched this."),
            new("facility-power-cooling", "Power, cooling, building", "The place where the machines stand failed them.", IsRare: true),
        ]),
        new("time", "Time and expiry",
        [
            new("certificate-or-key-expiry", "Certificate or key expired", "Something with an end date reached it."),
            new("clock-calendar", "Clock or calendar", "Leap days, zones, daylight saving or a drifting clock."),
            new("schedule-collision", "Schedules met", "Two jobs ran at the same time that must not.", IsRare: true),
        ]),
        new("access", "Security and permissions",
        [
            new("secret-exposure", "Secret exposed", "A secret stood where others could read it."),
            new("hostile-traffic", "Hostile traffic", "Somebody attacked or abused the service."),
            new("over-broad-permission", "Permission too broad", "More could be done than was needed.", IsRare: true),
            new("missing-permission-or-lockout", "Permission missing", "Something or somebody was not allowed to do what was needed.", IsRare: true),
        ]),
        new("visibility", "Detection and observability",
        [
            new("no-signal", "No signal", "Nothing measured what went wrong."),
            new("signal-in-noise", "Signal lost in noise", "The alert was there among many others."),
            new("threshold-or-static-rule", "Threshold did not fit", "A fixed rule fired too late, too early or never."),
            new("alert-routing", "Alert went elsewhere", "The alert reached nobody who could act."),
            new("misleading-view", "Misleading view", "An average, a dashboard or a status said that all was well."),
            new("monitoring-shares-fate", "Monitoring fell with it", "What should have told us depended on what failed."),
        ]),
        new("operability", "Tools and interfaces used by people",
        [
            new("ambiguous-target-context", "Targets look alike", "The wrong cluster, environment or account looked like the right one."),
            new("no-preview-or-guard", "No preview or guard", "The tool did not show or question what it was about to do."),
            new("no-undo", "No way to undo", "Once done, it could not be taken back."),
            new("manual-multi-step", "Many steps by hand", "A routine needed several steps by hand, in order."),
            new("automation-surprise", "Automation surprised", "Automation acted on its own in a way that nobody expected."),
            new("response-tool-unavailable", "Response tool unavailable", "A tool needed to respond was down, slow or out of reach."),
        ]),
        new("organisation", "Knowledge, coordination, trade-offs",
        [
            new("runbook-gap", "Runbook missing or misleading", "No runbook said what to do, or it pointed the wrong way."),
            new("single-holder-knowledge", "Knowledge in one head", "Only one place in the organisation knew."),
            new("ownership-boundary", "Between two owners", "It belonged to nobody in the room, or to two."),
            new("handoff-or-channel", "Handoff or channel", "What one side knew did not reach the other."),
            new("verification-gap", "Tests or review could not see it", "No test or review could have shown it."),
            new("workload-or-fatigue", "Workload or fatigue", "More was asked of the people than the hours held."),
            new("known-risk-deferred", "Known risk, deferred", "It was known and had been put off for something else."),
        ]),
        new("unknown", "Not known",
        [
            new("undetermined", "Not determined", "Looked for and not found. A proper answer: say what you would need to know."),
        ]),
    ];

    private static readonly Dictionary<string, CauseLeaf> Leaves = Groups.SelectMany(group => group.Leaves).ToDictionary(leaf => leaf.Code);

    public static CauseLeaf? Find(string code) => Leaves.GetValueOrDefault(code);
}

/// <summary>A top group; teams add leaves under it, never new groups.</summary>
public sealed record CauseGroup(string Code, string Label, IReadOnlyList<CauseLeaf> Leaves);

/// <summary>One kind of cause. Rare ones stand behind "more" in forms.</summary>
public sealed record CauseLeaf(string Code, string Label, string Meaning, bool IsRare = false);
