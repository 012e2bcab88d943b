namespace Postmortems.Domain.Timeline;

/// <summary>What a fix step did to the system: kind (a code of <see cref="FixKind"/>), by hand or not, minutes of work, effect.</summary>
public sealed record FixStep(string Kind, FixActor Actor, int? Minutes, FixEffect Effect);

public enum FixActor
{
    Person,
    Automation,
    ApprovedAutomation,
}

public enum FixEffect
{
    Unknown,
    None,
    Partial,
    StoppedImpact,
    MadeWorse,
}
