namespace Postmortems.Domain.Retros;

/// <summary>How often a group meets, which also says how long: 20, 45 or 60 minutes.</summary>
public enum Cadence
{
    Weekly,
    Monthly,
    Quarterly,
}

public enum RetroStep
{
    Opening,
    WentWell,
    Verdicts,
    Patterns,
    Ageing,
    Wheel,
    Pulse,
}

/// <summary>The steps of a meeting and their minutes.</summary>
public static class Agenda
{
    public static readonly IReadOnlyList<RetroStep> Steps = Enum.GetValues<RetroStep>();

    /// <summary>Of one pattern where the step is <see cref="RetroStep.Patterns"/>.</summary>
    public static TimeSpan TimeFor(Cadence cadence, RetroStep step) => TimeSpan.FromMinutes((cadence, step) switch
    {
        (Cadence.Weekly, RetroStep.Patterns) => 3,
        (Cadence.Weekly, RetroStep.Ageing) => 4,
        (Cadence.Weekly, RetroStep.Opening or RetroStep.Verdicts) => 2,
        (Cadence.Weekly, _) => 1,
        (Cadence.Quarterly, RetroStep.Patterns) => 5,
        (Cadence.Quarterly, RetroStep.Opening or RetroStep.Wheel) => 4,
        (Cadence.Quarterly, RetroStep.WentWell or RetroStep.Verdicts) => 8,
        (Cadence.Quarterly, RetroStep.Ageing) => 9,
        (_, RetroStep.Opening or RetroStep.Wheel) => 3,
        (_, RetroStep.WentWell or RetroStep.Verdicts) => 5,
        (_, RetroStep.Patterns) => 4,
        (_, RetroStep.Ageing) => 7,
        _ => 2,
    });

    public static int MostPatterns(Cadence cadence) => cadence is Cadence.Weekly ? 3 : 5;

    public static DateTimeOffset OneBefore(Cadence cadence, DateTimeOffset meeting) => cadence switch
    {
        Cadence.Weekly => meeting.AddDays(-7),
        Cadence.Quarterly => meeting.AddMonths(-3),
        _ => meeting.AddMonths(-1),
    };
}
