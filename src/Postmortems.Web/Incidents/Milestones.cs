using Postmortems.Domain.Incidents;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Incidents;

/// <summary>The moments of an incident and what lies between them, in words.</summary>
internal static class Milestones
{
    public static string Say(Milestone milestone) => milestone switch
    {
        Milestone.Impact => "Impact began",
        Milestone.Detected => "Detected",
        Milestone.Acknowledged => "Acknowledged",
        Milestone.Mitigated => "Mitigated",
        _ => "Resolved",
    };

    /// <summary>"9 min until somebody knew"</summary>
    public static string Between((Milestone Milestone, TimePoint At) from, (Milestone Milestone, TimePoint At) to)
    {
        var length = Durations.Between(from.At, to.At);

        return (from.Milestone, to.Milestone) switch
        {
            _ when to.At.At < from.At.At => $"{Durations.Between(to.At, from.At)} earlier",
            (Milestone.Impact, Milestone.Detected) => $"{length} until somebody knew",
            (Milestone.Detected, Milestone.Acknowledged) => $"{length} until somebody took it",
            (_, Milestone.Mitigated) => $"{length} until it stopped hurting",
            (Milestone.Mitigated, Milestone.Resolved) => $"{length} of repair",
            _ => length,
        };
    }

    /// <summary>How long it hurt: "47 min", "no impact", "not over", "not known".</summary>
    public static string Lasted(Severity severity, TimePoint? impact, TimePoint? mitigated, TimePoint? resolved) => (impact, mitigated ?? resolved) switch
    {
        ({ } began, { } ended) when ended.At >= began.At => Durations.Between(began, ended),
        (null, _) when severity is Severity.NearMiss => "no impact",
        ({ }, null) => "no end told",
        _ => "not known",
    };
}
