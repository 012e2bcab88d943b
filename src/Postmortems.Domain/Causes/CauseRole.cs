namespace Postmortems.Domain.Causes;

/// <summary>The part a cause played. The last one helped.</summary>
public enum CauseRole
{
    Trigger,
    MadePossible,
    Amplified,
    Hid,
    SlowedRecovery,
    LimitedImpact,
}

/// <summary>How sure the writers are.</summary>
public enum Confidence
{
    Tentative,
    Likely,
    Established,
}
