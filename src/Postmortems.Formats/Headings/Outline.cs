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

    private void Take(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                TakeParagraph(paragraph);
                break;
            case ItemList list when CanHoldLabels(strong: false) && list.Items.Any(item => LabelKind(item) != Kind.None):
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

        if (StaysWithin(Current, kind, heading.Markdown, next))
        {
            Add(heading);
        }
        else
        {
            Begin(new Part(kind, heading.Level, heading.Markdown, heading.First));
        }
    }

    private static bool StaysWithin(Part parent, Kind kind, string heading, Block? next) => parent.Kind switch
    {
        Kind.None => kind == Kind.None && parent.Level > 1,
        Kind.ActionItems => kind is Kind.None or Kind.ActionItems or Kind.Detection or Kind.Resolution or Kind.Narrative or Kind.Supporting
            || (kind == Kind.Lessons && !IsAboutLessons(heading)),
        Kind.Timeline => kind is Kind.None or Kind.Timeline
            || (kind is Kind.Detection or Kind.Resolution or Kind.Impact or Kind.Trigger or Kind.Narrative && MomentHeading.Opens(next)),
        Kind.Lessons => kind is not (Kind.ActionItems or Kind.Timeline or Kind.RootCause or Kind.ContributingFactors or Kind.Supporting),
        Kind.RootCause or Kind.ContributingFactors => kind is Kind.None or Kind.Narrative,
        _ => kind == Kind.None,
    };

    // "Process" or "Conclusion" below action items groups them; "What went well" does not.
    private static bool IsAboutLessons(string heading)
    {
        var folded = HeadingWords.Fold(heading);

        return folded.Contains("lesson", StringComparison.Ordinal) || folded.Contains("went", StringComparison.Ordinal);
    }

    private void TakeParagraph(Paragraph paragraph)
    {
        if (IsHint(paragraph))
        {
            return;
        }

        var start = 0;

        for (var i = 0; i < paragraph.Lines.Length; i++)
        {
            if (LabelAt(paragraph, i) is not { } label)
            {
                continue;
            }

            AddLines(paragraph, start, i);
            BeginLabel(label, paragraph.First + i);
            start = i + 1;

            if (label.Rest.Length > 0)
            {
                // The words after the label and the lines below them are one paragraph.
                var next = NextLabel(paragraph, i + 1);
                Current.Open(string.Join('\n', paragraph.Lines[(i + 1)..next].Prepend(label.Rest)));
                Current.Add(new Paragraph([label.Rest, .. paragraph.Lines[(i + 1)..next]], paragraph.First + i, paragraph.First + i), follows: false, onHeadingLine: true);
                lastAddedTo = null;
                start = next;
                i = next - 1;
            }
        }

        AddLines(paragraph, start, paragraph.Lines.Length);
    }

    private int NextLabel(Paragraph paragraph, int from)
    {
        while (from < paragraph.Lines.Length && LabelAt(paragraph, from) is null)
        {
            from++;
        }

        return from;
    }

    private Label? LabelAt(Paragraph paragraph, int i)
    {
        var line = paragraph.Lines[i];

        if (line.Length == 0 || line.Length > 2000)
        {
            return null;
        }

        var isAlone = paragraph.Lines.Length == 1;
        var label = Label.Of(line) ?? (isAlone || i == 0 ? Unmarked(line) : null);

        if (label is null || HeadingWords.ExactKindOf(label.Words) is var kind && kind == Kind.None)
        {
            return null;
        }

        var standsAlone = label.Rest.Length == 0;

        return CanHoldLabels(strong: standsAlone && kind is Kind.Timeline or Kind.ActionItems or Kind.RootCause or Kind.ContributingFactors or Kind.Lessons)
            && (standsAlone || (label.IsBold && IsSection(kind)))
                ? label
                : null;
    }

    // ##Timeline without the space, or the bare word on a line of its own.
    private static Label? Unmarked(string line)
    {
        var words = line.TrimStart('#').Trim();

        return words.Length is > 2 and < 60 && char.IsUpper(words[0]) ? new Label(words, "", IsBold: false) : null;
    }

    private static bool IsSection(Kind kind) => kind is not (Kind.None or Kind.Facts or Kind.People or Kind.Services or Kind.Supporting);

    private bool CanHoldLabels(bool strong)
    {
        var around = open.First(part => !part.IsLabel).Kind;

        return around == Kind.None || (strong && around is Kind.Summary or Kind.Narrative or Kind.Facts or Kind.Impact or Kind.Resolution or Kind.Supporting);
    }

    private static Kind LabelKind(Item item) =>
        item.Opening is [var line, ..] && Label.Of(line) is { IsBold: true } label && HeadingWords.ExactKindOf(label.Words) is var kind && IsSection(kind) ? kind : Kind.None;

    private void TakeLabelledItems(ItemList list)
    {
        foreach (var item in list.Items)
        {
            if (item.Opening is not [var line, ..] || Label.Of(line) is not { IsBold: true } label)
            {
                Add(new ItemList(list.Ordered, [item], item.First, item.Last));
                continue;
            }

            BeginLabel(label, item.First);
            string[] opening = [.. item.Opening[1..].Prepend(label.Rest).SkipWhile(text => text.Length == 0)];

            if (opening.Length > 0)
            {
                Current.Open(string.Join('\n', opening));
                Current.Add(new Paragraph(opening, item.First, item.First), follows: false, onHeadingLine: true);
            }

            lastAddedTo = null;

            foreach (var block in item.Rest)
            {
                Add(block);
            }
        }
    }

    private void BeginLabel(Label label, int line)
    {
        while (Current.IsLabel)
        {
            open.Pop();
        }

        Begin(new Part(HeadingWords.ExactKindOf(label.Words), Part.LabelLevel, label.Words, line));
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

    // Templates explain a part in a paragraph set wholly in italics.
    private static bool IsHint(Paragraph paragraph)
    {
        var text = paragraph.Markdown.Trim();

        return text.Length > 20
            && text[0] is '*' or '_' && text[1] != text[0]
            && text[^1] == text[0] && text[^2] != text[0]
            && text.AsSpan(1, text.Length - 2).IndexOf(text[0]) < 0
            && !text.Contains("times", StringComparison.OrdinalIgnoreCase);
    }
}
