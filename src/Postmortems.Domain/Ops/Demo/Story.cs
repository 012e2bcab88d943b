using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>One incident of the demo, with what was learned from it.</summary>
/// <param name="DaysAgo">Its day, counted back from today in its zone.</param>
/// <param name="Services">By name; the first one is where its causes lie unless they say otherwise.</param>
/// <param name="Times">The milestones in their order, as <see cref="ToldTime"/> reads them; null where nobody knows.</param>
internal sealed record Story(string Title, Severity Severity, int DaysAgo, string[] Services, string Summary, StoryTimes Times)
{
    public string Zone { get; init; } = "Europe/Berlin";

    public IReadOnlyList<StoryWindow> Windows { get; init; } = [];

    public IReadOnlyList<StoryEntry> Timeline { get; init; } = [];

    public StoryPostmortem? Postmortem { get; init; }
}

internal sealed record StoryTimes(string? Impact, string? Detected, string? Acknowledged, string? Mitigated, string? Resolved);

internal sealed record StoryWindow(string Began, string Ended, string Text);
