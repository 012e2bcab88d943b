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
            new("unsafe-upgrade-default", "Upgrade changed a default", "A new version of a module, provider or package behaves differently without being told to.", "What did the release notes say, and who would have had to read them?"),
            new("unpinned-version", "Version not pinned", "A version was pulled that nobody chose.", "How did this version come to be the one that ran?"),
            new("all-at-once", "Everything at once", "No stage or canary stood between one machine and all of them.", "How much of it could have changed before somebody saw the first sign?"),
            new("large-batch", "Many changes together", "Several changes travelled in one release, so that none could be told apart.", "Which of the changes would have been safe alone?"),
            new("rollback-hard", "Hard to roll back", "Going back was slow, unsafe or impossible.", "What did going back need, and when was it last tried?"),
            new("version-skew", "Mixed versions in flight", "Old and new ran side by side and did not agree.", "How long did both versions run side by side, and who knew?", IsRare: true),
            new("step-ordering", "Order of steps", "One change had to come before another, and nothing made sure.", "What would have stopped the second step from going first?", IsRare: true),
            new("out-of-band-drift", "Drift from the code", "What ran differed from what the code of the infrastructure said.", "When did the running state and the code begin to differ?"),
        ]),
        new("config", "Configuration and flags",
        [
            new("unvalidated-value", "Value outside its safe range", "A setting accepted a value that could not work.", "Which values would the setting have refused?"),
            new("env-difference", "Environments differ", "Staging or test did not have what production has, or the other way round.", "What does production have that the place of testing does not?"),
            new("wide-blast-scope", "Setting reaches everything", "A setting had no scope narrower than all.", "What is the smallest part of the system that this setting could have reached?"),
            new("flag-interaction", "Flags met unexpectedly", "A stale or forgotten flag changed what another one did.", "Who could have said in which state every flag was?", IsRare: true),
        ]),
        new("code", "Software behaviour",
        [
            new("interface-format-mismatch", "Interface or format mismatch", "Two sides understood a schema, a message or an API differently.", "Where is it written what both sides agreed on?"),
            new("error-handling", "Handling of faults", "A timeout, an error or a partial failure took a path that made things worse.", "What happens on this path when the other side is slow instead of gone?"),
            new("concurrency-timing", "Concurrency or timing", "The result depended on which came first.", "Which order did the writers of the code have in mind?"),
            new("hard-limit-constant", "Limit written into code", "A number in the code set a bound that nobody saw coming.", "Where could somebody have seen how close the limit was?"),
            new("resource-leak", "Resource leak", "Something was taken and never given back.", "What would have shown it a week earlier?"),
            new("edge-case-logic", "Unforeseen case", "Real input was unlike what the logic was written for.", "Where in real traffic could the case have been found before?"),
            new("non-idempotent-op", "Not safe to repeat", "Doing it twice did more than doing it once.", "What happens when it is done twice?"),
        ]),
        new("dependency", "Dependencies and vendors",
        [
            new("third-party-outage", "Vendor was down", "A service run by somebody else stopped or misbehaved.", "What could we still do while they were down?"),
            new("internal-service-failure", "Another team's service failed", "A service inside the organisation stopped or misbehaved.", "What did we promise our users that they had not promised us?"),
            new("hidden-or-circular-dependency", "Hidden or circular dependency", "Something was needed that no picture showed, or that needed itself.", "On which picture would the dependency have stood?"),
            new("no-fallback", "No fallback", "Without the dependency nothing at all worked.", "What would a worse answer have looked like, and who would have been glad of it?"),
            new("quota-or-rate-limit", "Quota or rate limit", "A limit at a vendor or platform was reached.", "Who knew the limit, and how near did we live to it?"),
            new("identity-auth-dependency", "Sign-in or authorisation", "Identity, tokens or policies stood in the way.", "Who could grant it, and could they be reached?"),
        ]),
        new("capacity", "Load and saturation",
        [
            new("finite-pool-exhausted", "Finite pool used up", "Connections, addresses, file handles, threads, disk or another pool ran out.", "What sized the pool, and what has grown since?"),
            new("demand-surge", "Sudden demand", "More came in than had been planned for.", "Who knew that more would come?"),
            new("scaling-lag", "Scaling too slow or too low", "Capacity did not follow the load in time, or stopped at a maximum.", "What decides when and how far it scales, and who set that?"),
            new("retry-or-feedback-loop", "Retries or feedback", "The reaction to trouble fed the trouble.", "What would have let the pressure fall?"),
            new("noisy-neighbour", "Noisy neighbour", "Somebody else's load took what was shared.", "What is shared here that looks separate?", IsRare: true),
            new("memory-growth", "Memory growth", "Memory was used up slowly until the process or node fell over.", "What restarts it in an ordinary week?"),
        ]),
        new("data", "Data and state",
        [
            new("unexpected-deletion-path", "Unexpected way to delete", "An action deleted more than it seemed to.", "What did the name of the action lead people to expect?"),
            new("corruption-or-bad-input", "Corrupt data or poison input", "One bad record or message stopped the rest.", "What became of the records behind the bad one?"),
            new("migration-lock-or-schema", "Migration or schema", "A change of schema locked, broke or surprised what used it.", "On what size of data was it tried?"),
            new("replication-or-consistency", "Replication or consistency", "Copies disagreed or fell behind.", "Which copy did readers see, and how old was it?"),
            new("restore-gap", "Restore not possible", "A backup was missing, unreadable or too old.", "When was a restore last done from start to end?"),
            new("backlog-accumulation", "Backlog", "Work piled up faster than it was done.", "How long would it have taken to catch up, and who saw it grow?", IsRare: true),
        ]),
        new("platform", "Infrastructure",
        [
            new("network-or-dns", "Network or DNS", "Packets or names did not arrive.", "Who still saw the old answer, and for how long?"),
            new("compute-or-hardware", "Compute or hardware", "A machine, disk or card failed.", "What moved away from the broken part by itself, and what did not?"),
            new("zone-or-region", "Zone or region", "A whole zone or region was affected.", "What could not run anywhere else?"),
            new("orchestrator-scheduling", "Orchestrator or scheduling", "Work was not placed, moved or restarted as needed.", "What did the scheduler believe about the place where it put the work?"),
            new("maintenance-side-effect", "Side effect of maintenance", "Planned work elsewhere touched this.", "How would we have heard of the maintenance?"),
            new("facility-power-cooling", "Power, cooling, building", "The place where the machines stand failed them.", "What else stands in the same place?", IsRare: true),
        ]),
        new("time", "Time and expiry",
        [
            new("certificate-or-key-expiry", "Certificate or key expired", "Something with an end date reached it.", "Who is told before the next one ends?"),
            new("clock-calendar", "Clock or calendar", "Leap days, zones, daylight saving or a drifting clock.", "Which clock was believed, and why that one?"),
            new("schedule-collision", "Schedules met", "Two jobs ran at the same time that must not.", "Who could have seen both schedules on one page?", IsRare: true),
        ]),
        new("access", "Security and permissions",
        [
            new("secret-exposure", "Secret exposed", "A secret stood where others could read it.", "Who could have read it, and from when?"),
            new("hostile-traffic", "Hostile traffic", "Somebody attacked or abused the service.", "What did it look like before it looked like an attack?"),
            new("over-broad-permission", "Permission too broad", "More could be done than was needed.", "What would have been missing had it been narrower?", IsRare: true),
            new("missing-permission-or-lockout", "Permission missing", "Something or somebody was not allowed to do what was needed.", "Who could have granted it at that hour?", IsRare: true),
        ]),
        new("visibility", "Detection and observability",
        [
            new("no-signal", "No signal", "Nothing measured what went wrong.", "Which number would have moved first, had somebody measured it?"),
            new("signal-in-noise", "Signal lost in noise", "The alert was there among many others.", "How many others fired that day, and how many asked for action?"),
            new("threshold-or-static-rule", "Threshold did not fit", "A fixed rule fired too late, too early or never.", "What would the rule have had to be to fire in time?"),
            new("alert-routing", "Alert went elsewhere", "The alert reached nobody who could act.", "Where did it go, and who was there?"),
            new("misleading-view", "Misleading view", "An average, a dashboard or a status said that all was well.", "What did the screen show, and what was left out of it?"),
            new("monitoring-shares-fate", "Monitoring fell with it", "What should have told us depended on what failed.", "What would still have told us with all of it gone?"),
        ]),
        new("operability", "Tools and interfaces used by people",
        [
            new("ambiguous-target-context", "Targets look alike", "The wrong cluster, environment or account looked like the right one.", "What on the screen told one target from the other?"),
            new("no-preview-or-guard", "No preview or guard", "The tool did not show or question what it was about to do.", "What would a preview have shown?"),
            new("no-undo", "No way to undo", "Once done, it could not be taken back.", "What would have had to be kept to take it back?"),
            new("manual-multi-step", "Many steps by hand", "A routine needed several steps by hand, in order.", "Which step waits for a person, and what for?"),
            new("automation-surprise", "Automation surprised", "Automation acted on its own in a way that nobody expected.", "What did the automation know that people did not, or the other way round?"),
            new("response-tool-unavailable", "Response tool unavailable", "A tool needed to respond was down, slow or out of reach.", "What was used instead, and what did that cost?"),
        ]),
        new("organisation", "Knowledge, coordination, trade-offs",
        [
            new("runbook-gap", "Runbook missing or misleading", "No runbook said what to do, or it pointed the wrong way.", "What did people look for, and where?"),
            new("single-holder-knowledge", "Knowledge in one head", "Only one place in the organisation knew.", "What would have happened with that head on holiday?"),
            new("ownership-boundary", "Between two owners", "It belonged to nobody in the room, or to two.", "Whom did each side believe to own it?"),
            new("handoff-or-channel", "Handoff or channel", "What one side knew did not reach the other.", "Who had the information, and what kept it there?"),
            new("verification-gap", "Tests or review could not see it", "No test or review could have shown it.", "What would a test have needed to show it?"),
            new("workload-or-fatigue", "Workload or fatigue", "More was asked of the people than the hours held.", "What else was asked of the same people that day?"),
            new("known-risk-deferred", "Known risk, deferred", "It was known and had been put off for something else.", "What was done instead, and was that the better choice then?"),
        ]),
        new("unknown", "Not known",
        [
            new("undetermined", "Not determined", "Looked for and not found. A proper answer: say what you would need to know.", "What would you need to know, and who could measure it next time?"),
        ]),
    ];

    private static readonly Dictionary<string, CauseLeaf> Leaves = Groups.SelectMany(group => group.Leaves).ToDictionary(leaf => leaf.Code);

    public static CauseLeaf? Find(string code) => Leaves.GetValueOrDefault(code);
}

/// <summary>A top group; teams add leaves under it, never new groups.</summary>
public sealed record CauseGroup(string Code, string Label, IReadOnlyList<CauseLeaf> Leaves);

/// <summary>One kind of cause. Rare ones stand behind "more" in forms.</summary>
/// <param name="Question">Asked when somebody chooses it, to look once more.</param>
public sealed record CauseLeaf(string Code, string Label, string Meaning, string Question, bool IsRare = false);
