using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Timeline;

/// <summary>What stands in the lines of the document where a block was read.</summary>
internal sealed class RawText(string[] lines)
{
    public string Of(Block block) =>
        block is Paragraph text ? text.Markdown : string.Join('\n', lines[block.First..(block.Last + 1)].Select(line => line.TrimEnd()));
}
