using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>What a story's people wrote.</summary>
/// <param name="Document">Name of the Markdown file beside the story.</param>
/// <param name="Owner">Null for the person who asked for the demo.</param>
internal sealed record StoryPostmortem(string Title, string Template, string Document, string? Owner, PostmortemState State)
{
    public IReadOnlyList<StoryCause> Causes { get; init; } = [];

    public IReadOnlyList<StoryItem> ActionItems { get; init; } = [];
}

/// <param name="Key">The name by which action items point here.</param>
/// <param name="ShownBy">Times of the timeline entries that show it.</param>
internal sealed record StoryCause(
    string Key, string Statement, string Leaf, CauseRole Role, Confidence Confidence, string Detail, params string[] ShownBy);

/// <param name="Owner">Null for the person who asked for the demo.</param>
/// <param name="DueInDays">Counted from today; what is open and below zero is overdue.</param>
/// <param name="Serves">Keys of the causes that it addresses.</param>
internal sealed record StoryItem(
    string Title, ActionItemType Type, Priority Priority, string? Owner, int DueInDays, string DoneWhen, params string[] Serves)
{
    public StoryOutcome Outcome { get; init; } = new(ActionItemState.Open);
}

/// <param name="Words">What shows that it is done, or why it is declined.</param>
internal sealed record StoryOutcome(ActionItemState State, int DaysAgo = 0, string Words = "");
