using System.Globalization;
using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

internal sealed partial class HtmlToMarkdown
{
    private void List(IElement list, int firstLine, int depth)
    {
        output.Flush();

        if (PageHabits.IsFold(list))
        {
            foreach (var item in list.Children)
            {
                Children(item, firstLine, depth + 1);
            }

            return;
        }

        var indent = new string(' ', 2 * PageHabits.Depth(list));
        var first = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) && start is >= 0 and < 100_000 ? start : 1;
        var number = 0;

        foreach (var node in list.ChildNodes)
        {
            if (node is not IElement child)
            {
                output.Text(node is IText text ? text.Data : "");
                continue;
            }

            if (number++ == 0)
            {
                output.Apart();
            }

            output.At(firstLine, (child.SourceReference?.Position.Line ?? 0) - 1);

            if (child.LocalName is "ul" or "ol")
            {
                output.Nested("  ", "  ", () => List(child, firstLine, depth + 1));
            }
            else
            {
                Item(child, indent + (list.LocalName == "ol" ? $"{first + number - 1}. " : "- "), firstLine, depth);
            }
        }

        output.EndList();
    }

    private void Item(IElement item, string marker, int firstLine, int depth) =>
        output.Nested(marker, new string(' ', marker.Length), () =>
        {
            var ticked = PageHabits.IsTicked(item);

            if (ticked is null && item.ParentElement?.ClassList.Contains("to-do-list") != true)
            {
                Children(item, firstLine, depth + 1);
                return;
            }

            var outer = task;
            task = new PageTask();
            output.Raw(ticked switch { true => "[x] ", false => "[ ] ", null => "" });
            Children(item, firstLine, depth + 1);
            task = outer;
        });
}
