namespace Postmortems.Domain.Patterns;

/// <summary>What removes a pattern: a plan, a link to the runbook or script, its owner, and when it shipped (null while it is planned).</summary>
public sealed record Automation(string Plan, string Link, Guid? OwnerId, DateTimeOffset? ShippedAt)
{
    public const int LongestAnswer = 1000;

    /// <summary>How somebody stops it at once; null while nobody has said.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Who sees each of its runs.</summary>
    public string? SeenBy { get; init; }

    /// <summary>What happens when it acts on a wrong premise.</summary>
    public string? WrongPremise { get; init; }

    public DateOnly? Due { get; init; }

    internal Automation Trimmed() => this with { Plan = Plan.Trim(), Link = Link.Trim(), StoppedBy = Said(StoppedBy), SeenBy = Said(SeenBy), WrongPremise = Said(WrongPremise) };

    private static string? Said(string? answer) => string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
}
