namespace Postmortems.Domain.Causes;

/// <summary>What writers say of a cause.</summary>
/// <param name="Evidence">Timeline entries of the postmortem's incidents that show it.</param>
public sealed record CauseStatement(
    string Statement,
    CauseRole Role,
    Confidence Confidence,
    string Detail,
    string? Leaf,
    Guid? ServiceId,
    IReadOnlyList<Guid> Evidence)
{
    internal void SayOf(Cause cause)
    {
        cause.State(Statement, Role, Confidence, Detail);
        cause.Classify(Leaf, ServiceId);
        cause.ShownBy(Evidence);
    }
}
