using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Postmortems.Domain.Writing.Live;

/// <summary>The line ":::name" or ":::". Which of them belong together is settled when the whole document is read.</summary>
public sealed class LiveFence(string line, LiveBlock? opens, BlockParser? parser) : LeafBlock(parser)
{
    /// <summary>Where a rendered document leaves room for a live block.</summary>
    public const string PlaceAttribute = "data-live-block";

    public string Written { get; } = line;

    /// <summary>Null for a line that only ends one.</summary>
    public LiveBlock? Opens { get; } = opens;

    /// <summary>The line that ends it, counted from zero; its own where nobody ended it.</summary>
    public int LastLine { get; internal set; } = -1;

    /// <summary>Counts the live blocks of a document from zero.</summary>
    public int Place { get; internal set; } = -1;
}

internal sealed class LiveFenceParser : BlockParser
{
    private static readonly Regex Fence = new(@"^:::+[ \t]*((?<name>[A-Za-z][A-Za-z0-9_-]*)(?<rest>([ \t].*)?))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public LiveFenceParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var line = processor.Line.ToString().TrimEnd();
        var fence = Fence.Match(line);

        if (!fence.Success)
        {
            return BlockState.None;
        }

        var name = fence.Groups["name"];
        processor.NewBlocks.Push(new LiveFence(line, name.Success ? LiveBlock.Read(name.Value, fence.Groups["rest"].Value, line) : null, this)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }
}

internal sealed class LiveFenceRenderer : HtmlObjectRenderer<LiveFence>
{
    protected override void Write(HtmlRenderer renderer, LiveFence fence)
    {
        if (fence.Opens is null)
        {
            renderer.Write("<p>").WriteEscape(fence.Written).WriteLine("</p>");
        }
        else
        {
            renderer.Write($"<hr {LiveFence.PlaceAttribute}=\"{fence.Place}\">").EnsureLine();
        }
    }
}
