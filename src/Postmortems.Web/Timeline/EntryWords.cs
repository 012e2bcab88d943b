using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;

namespace Postmortems.Web.Timeline;

/// <summary>Kinds, bases and effects of timeline entries, in words and signs.</summary>
internal static class EntryWords
{
    public static string Icon(EntryKind kind) => kind switch
    {
        EntryKind.Change => "flag",
        EntryKind.Signal => "bell",
        EntryKind.Hypothesis => "bulb",
        EntryKind.Decision => "check",
        EntryKind.Message => "message",
        EntryKind.Fix => "wrench",
        EntryKind.Milestone => "eye",
        _ => "note",
    };

    public static string Icon(Milestone milestone) => milestone switch
    {
        Milestone.Impact => "warn",
        Milestone.Detected or Milestone.Acknowledged => "eye",
        _ => "check",
    };

    public static string Say(EntryKind kind) => kind switch
    {
        EntryKind.Change => "Change",
        EntryKind.Signal => "Alert or signal",
        EntryKind.Hypothesis => "Hypothesis",
        EntryKind.Decision => "Decision",
        EntryKind.Message => "Message",
        EntryKind.Fix => "Fix step",
        EntryKind.Milestone => "Milestone",
        _ => "Event",
    };

    public static string Say(Basis basis) => basis switch
    {
        Basis.Reported => "reported",
        Basis.Inferred => "inferred",
        _ => "observed",
    };

    public static string Say(FixActor actor) => actor switch
    {
        FixActor.Automation => "by automation",
        FixActor.ApprovedAutomation => "by automation, approved by a person",
        _ => "by hand",
    };

    public static string Say(FixEffect effect) => effect switch
    {
        FixEffect.None => "no effect",
        FixEffect.Partial => "helped in part",
        FixEffect.StoppedImpact => "stopped the impact",
        FixEffect.MadeWorse => "made it worse",
        _ => "effect not told",
    };

    public static string FixLabel(string code) => (FixKind.All.FirstOrDefault(kind => kind.Code == code)?.Label ?? code).ToLowerInvariant();

    public static string Class(FixEffect effect) => effect switch
    {
        FixEffect.StoppedImpact => "stopped",
        FixEffect.MadeWorse => "worse",
        _ => "",
    };
}
