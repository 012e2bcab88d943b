namespace Postmortems.PatternEngine;

/// <summary>What people decided about statements, by id. It always holds, whatever the words say.</summary>
/// <param name="Together">Each two belong to one group.</param>
/// <param name="Apart">Each two never stand in one group.</param>
public sealed record Decisions(IReadOnlyList<(string One, string Other)> Together, IReadOnlyList<(string One, string Other)> Apart)
{
    public static Decisions None { get; } = new([], []);
}
