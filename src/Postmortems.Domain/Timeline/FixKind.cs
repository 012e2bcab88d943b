namespace Postmortems.Domain.Timeline;

/// <summary>Ways to end an impact. The generic ones need no understanding of the cause (J. Mace, Generic mitigations, 2020).</summary>
public sealed record FixKind(string Code, string Label, bool IsGeneric)
{
    public static readonly IReadOnlyList<FixKind> All =
    [
        new("rollback-code", "Roll code back", true),
        new("rollback-config", "Roll configuration back or switch a flag off", true),
        new("restore-data", "Restore data", true),
        new("restart", "Restart or recycle", true),
        new("scale-up", "Add capacity", true),
        new("raise-limit", "Raise a limit or quota", true),
        new("failover", "Fail over or switch region", true),
        new("drain", "Drain, isolate or quarantine", true),
        new("throttle", "Throttle or shed load", true),
        new("block-traffic", "Block traffic or a client", true),
        new("degrade-feature", "Degrade or switch off a feature", true),
        new("purge-queue", "Purge or drain a queue", true),
        new("clear-cache", "Clear a cache", true),
        new("kill-job", "End a job or query", true),
        new("renew-secret", "Renew a secret or certificate", false),
        new("fix-permission", "Grant or fix a permission", false),
        new("fix-data", "Correct data by hand", false),
        new("re-run", "Run again or backfill", false),
        new("fix-code", "Fix forward in code", false),
        new("fix-config", "Fix forward in configuration", false),
        new("replace", "Replace hardware or an instance", false),
        new("pause-automation", "Pause automation or freeze changes", true),
        new("vendor-fixed", "The vendor fixed it", false),
        new("self-recovered", "It recovered by itself", false),
        new("unknown", "Unknown", false),
    ];

    public static bool Exists(string code) => All.Any(kind => kind.Code == code);
}
