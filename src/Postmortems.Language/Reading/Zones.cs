using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Language.Reading;

/// <summary>Tells which passages are another voice: quotations, logs and chats, the instructions of a template.</summary>
internal static class Zones
{
    public static bool IsForeign(LeafBlock leaf, string text, Sections sections)
    {
        for (Block? block = leaf; block is not null; block = block.Parent)
        {
            if (block is QuoteBlock || (block is TableCell cell && IsOfMachine(cell, sections)))
            {
                return true;
            }
        }

        return IsInstruction(leaf, text);
    }

    /// <summary>A column that is headed "log", "command" or "alert" holds what a machine said.</summary>
    private static bool IsOfMachine(TableCell cell, Sections sections)
    {
        if (cell.Parent is not TableRow { Parent: Table table } row || table.Count == 0 || table[0] is not TableRow { IsHeader: true } header || header == row)
        {
            return false;
        }

        var column = row.IndexOf(cell);

        return column < header.Count && header[column] is TableCell { Count: > 0 } head && head[0] is LeafBlock { Inline: { } inline }
            && sections.IsOfMachine(string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())));
    }

    /// <summary>A template asks in slanted type or in brackets; who filled it in wrote upright.</summary>
    private static bool IsInstruction(LeafBlock leaf, string text) =>
        leaf is ParagraphBlock { Inline: { FirstChild: EmphasisInline { DelimiterCount: 1 } only } } && only.NextSibling is null
        || (text.Length > 1 && text[0] is '[' or '<' or '{' && text[^1] is ']' or '>' or '}');
}
