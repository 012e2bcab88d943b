using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Domain.Writing;

/// <summary>A line such as {{causes}} that stands alone; where it stands, readers see the current data.</summary>
public static class LiveBlock
{
    public const string Timeline = "timeline";
    public const string Causes = "causes";
    public const string ActionItems = "action-items";

    public static IReadOnlyList<string> All { get; } = [Timeline, Causes, ActionItems];

    public static string Line(string name) => "{{" + name + "}}";

    public static string? NameOf(Block block) =>
        block is ParagraphBlock { Inline: { } inline } && inline.FirstChild is LiteralInline only && only.NextSibling is null
            ? All.FirstOrDefault(name => only.Content.ToString().Trim() == Line(name))
            : null;
}
