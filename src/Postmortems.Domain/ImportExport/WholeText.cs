using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.ImportExport;

/// <summary>
/// A text that stands alone has no tabs beside it: what it holds no live block for, and does not tell itself, follows behind it.
/// An imported document tells its causes and times in its own words and is not told twice.
/// </summary>
internal static class WholeText
{
    private static readonly (string Block, string Heading)[] Parts =
        [(LiveBlock.Timeline, "Timeline"), (LiveBlock.Causes, "Causes"), (LiveBlock.ActionItems, "Action items")];

    /// <summary>With a block for everything that it has none for.</summary>
    public static string WithAllBlocks(string text) => With(text, [.. Parts.Where(part => !Holds(text, part.Block))]);

    /// <param name="facts">Of all blocks.</param>
    public static string Of(PostmortemView view, LiveFacts facts)
    {
        var text = view.Document.Text;
        var told = Words(text);

        return With(text, [.. Parts.Where(part => !Holds(text, part.Block) && !IsTold(part.Block))]);

        bool IsTold(string block) => block switch
        {
            LiveBlock.Timeline => facts.Timeline.All(entry => Says(entry.Text)),
            LiveBlock.Causes => view.Causes.All(cause => Says(cause.Statement)),
            _ => view.Promises.All(promise => promise.State == ActionItemState.Open && Says(promise.Title)),
        };

        bool Says(string words) => told.Contains(Words(words), StringComparison.OrdinalIgnoreCase);
    }

    private static bool Holds(string text, string block) => LiveBlock.NamesIn(text).Contains(block);

    private static string With(string text, (string Block, string Heading)[] parts) =>
        string.Join("\n\n", parts.Select(part => $"## {part.Heading}\n\n{LiveBlock.Lines(part.Block)}").Prepend(text.TrimEnd('\n'))) + "\n";

    /// <summary>Without marks and line breaks, which differ between a sentence and the row that was read from it.</summary>
    private static string Words(string text) =>
        string.Join(' ', text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
