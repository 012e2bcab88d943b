using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>
/// Brings blocks under the headings they belong to. Levels are only a hint: a heading that is recognised opens its part
/// wherever it stands, one that is not stays within a part that it is deeper than.
/// </summary>
internal sealed class Outline
{
    private readonly List<Part> parts = [];
    private readonly Stack<Part> open = new();
    private Part? lastAddedTo;

    private Outline()
    {
    }

    /// <summary>In the order of the text; the first holds what stands above every heading.</summary>
    public static IReadOnlyList<Part> Of(IReadOnlyList<Block> blocks)
    {
        var outline = new Outline();
        outline.Begin(new Part(Kind.None, 0, "", 0));

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Heading heading)
            {
                outline.TakeHeading(heading, i + 1 < blocks.Count ? blocks[i + 1] : null);
            }
            else
            {
                outline.Take(blocks[i]);
            }
        }

        return outline.parts;
    }

    private Part Current => open.Peek();

    private Kind Around => open.First(part => !part.IsLabel).Kind;

    private void Take(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                TakeParagraph(paragraph);
                break;
            case ItemList list when list.Items.Any(item => SectionLabel.Of(item, Around) is not null):
                TakeLabelledItems(list);
                break;
            case Verbatim { Kind: VerbatimKind.Comment or VerbatimKind.Rule }:
                break;
            default:
                Add(block);
                break;
        }
    }

    private void TakeHeading(Heading heading, Block? next)
    {
        if (Current.Kind == Kind.Timeline && MomentHeading.Is(heading.Markdown))
        {
            Add(heading);
            return;
        }

        while (Current.Level >= heading.Level)
        {
            open.Pop();
        }

        var kind = HeadingWords.KindOf(heading.Markdown);

        // The first heading is the title, unless it is word for word a part of a postmortem.
        if (parts.Count == 1 && HeadingWords.ExactKindOf(heading.Markdown) == Kind.None)
        {
            kind = MomentHeading.Is(heading.Markdown) || heading.Level == 1 ? Kind.None : kind;
        }

        if (Nesting.StaysWithin(Current, kind, heading.Markdown, next))
        {
            Add(heading);
        }
        else
        {
            Begin(new Part(kind, heading.Level, heading.Markdown, heading.First));
        }
    }

    private void TakeParagraph(Paragraph paragraph)
    {
        if (Hint.Is(paragraph))
        {
            return;
        }

        var start = 0;

        for (var i = 0; i < paragraph.Lines.Length; i++)
        {
            if (SectionLabel.At(paragraph, i, Around) is not { } label)
            {
                continue;
            }

            // The words after the label and the lines below them are one paragraph.
            var next = label.Rest.Length == 0 ? i + 1 : SectionLabel.Next(paragraph, i + 1, Around);

            AddLines(paragraph, start, i);
            BeginLabel(label, label.Rest.Length == 0 ? [] : [label.Rest, .. paragraph.Lines[(i + 1)..next]], paragraph.First + i);
            start = next;
            i = next - 1;
        }

        AddLines(paragraph, start, paragraph.Lines.Length);
    }

    private void TakeLabelledItems(ItemList list)
    {
        var around = Around;

        foreach (var item in list.Items)
        {
            if ((SectionLabel.Of(item, around) ?? Bold(item)) is not { } label)
            {
                Add(new ItemList(list.Ordered, [item], item.First, item.Last));
                continue;
            }

            BeginLabel(label, [.. item.Opening[1..].Prepend(label.Rest).SkipWhile(text => text.Length == 0)], item.First);

            foreach (var block in item.Rest)
            {
                AddWithin(block);
            }
        }
    }

    // One indentation too deep, and "Resolution" stands within "Context".
    private void AddWithin(Block block)
    {
        if (Current is { IsLabel: true, Kind: Kind.Narrative or Kind.Summary } && block is ItemList inner && inner.Items.Any(item => SectionLabel.Of(item, Kind.None) is { IsBold: true }))
        {
            TakeLabelledItems(inner);
        }
        else
        {
            Add(block);
        }
    }

    private static Label? Bold(Item item) => item.Opening is [var line, ..] && Label.Of(line) is { IsBold: true } label ? label : null;

    /// <param name="opening">What stands on the line of the label, with the lines that go on from it.</param>
    private void BeginLabel(Label label, string[] opening, int line)
    {
        while (Current.IsLabel)
        {
            open.Pop();
        }

        Begin(new Part(HeadingWords.ExactKindOf(label.Words), Part.LabelLevel, label.Words, line));

        if (opening.Length > 0)
        {
            Current.Open(string.Join('\n', opening));
            Current.Add(new Paragraph(opening, line, line), follows: false, onHeadingLine: true);
        }
    }

    private void Begin(Part part)
    {
        parts.Add(part);
        open.Push(part);
        lastAddedTo = null;
    }

    private void AddLines(Paragraph paragraph, int start, int end)
    {
        if (start < end)
        {
            Add(paragraph with { Lines = paragraph.Lines[start..end], First = paragraph.First + start, Last = paragraph.First + end - 1 });
        }
    }

    private void Add(Block block)
    {
        Current.Add(block, follows: lastAddedTo == Current);
        lastAddedTo = Current;
    }
}
