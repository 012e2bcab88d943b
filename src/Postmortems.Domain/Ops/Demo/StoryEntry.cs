using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>One line of a story's timeline.</summary>
/// <param name="At">Also the name by which causes point here.</param>
internal sealed record StoryEntry(string At, EntryKind Kind, string Text)
{
    public Basis Basis { get; init; } = Basis.Observed;

    public string Evidence { get; init; } = "";

    /// <summary>The zone in which somebody told it, where that was not the story's own.</summary>
    public string? Zone { get; init; }

    public FixStep? Fix { get; init; }

    public static StoryEntry ByHand(string at, string text, string kind, int minutes, FixEffect effect) =>
        new(at, EntryKind.Fix, text) { Fix = new FixStep(kind, FixActor.Person, minutes, effect) };

    public static StoryEntry ByAutomation(string at, string text, string kind, FixActor actor, FixEffect effect) =>
        new(at, EntryKind.Fix, text) { Fix = new FixStep(kind, actor, Minutes: 0, effect) };
}
