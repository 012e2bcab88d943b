using System.Globalization;
using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Lists of a page, and the tasks that some tools write as lists.</summary>
internal sealed class PageLists(PageWalk walk, MarkdownLines output)
{
    private PageTask? task;

    /// <summary>Who does the task around an element, or by when; null for other elements.</summary>
    public string? SaidOfTask(IElement element) => task?.Of(element);

    public void Write(IElement list, int depth)
    {
        output.Flush();

        if (PageHabits.IsFold(list))
        {
            foreach (var item in list.Children)
            {
                walk.Children(item, depth + 1);
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

            walk.At(child);

            if (child.LocalName is "ul" or "ol")
            {
                output.Nested("  ", "  ", () => Write(child, depth + 1));
            }
            else
            {
                Item(child, indent + (list.LocalName == "ol" ? $"{first + number - 1}. " : "- "), depth);
            }
        }

        output.EndList();
    }

    public void Item(IElement item, string marker, int depth) =>
        output.Nested(marker, new string(' ', marker.Length), () =>
        {
            var ticked = PageHabits.IsTicked(item);

            if (ticked is null && item.ParentElement?.HasClass("to-do-list") != true)
            {
                walk.Children(item, depth + 1);
                return;
            }

            var outer = task;
            task = new PageTask();
            output.Raw(ticked switch { true => "[x] ", false => "[ ] ", null => "" });
            walk.Children(item, depth + 1);
            task = outer;
        });
}
