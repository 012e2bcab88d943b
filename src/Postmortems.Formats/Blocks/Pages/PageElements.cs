using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Questions about an element that build nothing: the library's own lists and selectors cost a page of many elements a second.</summary>
internal static class PageElements
{
    public static bool HasClass(this IElement element, string name)
    {
        var names = element.ClassName.AsSpan();

        foreach (var piece in names.Length < name.Length ? default : names.SplitAny(" \t\r\n\f"))
        {
            if (names[piece].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an element with one of these names stands somewhere within.</summary>
    public static bool Holds(this IElement element, string[] names) => Holds(element, names, 0);

    private static bool Holds(INode node, string[] names, int depth)
    {
        var nodes = node.ChildNodes;

        for (var i = 0; i < nodes.Length && depth < PageDepth.Deepest * 2; i++)
        {
            if (nodes[i] is IElement child && (names.Contains(child.LocalName) || Holds(child, names, depth + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
