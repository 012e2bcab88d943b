namespace Postmortems.Domain.Timeline;

/// <summary>How we know: a machine or person saw it then, somebody told it later, or it is concluded from something else.</summary>
public enum Basis
{
    Observed,
    Reported,
    Inferred,
}
