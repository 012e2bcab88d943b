using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>What a file's own bytes say it is. Names and types that senders claim are not asked, and nothing is decoded.</summary>
public sealed record Picture(string MediaType, int? Width, int? Height)
{
    /// <returns>Null for everything that is no whole picture of a kind that browsers show safely; SVG is a page with scripts.</returns>
    public static Picture? Of(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png(bytes),
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes),
            [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => Gif(bytes),
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => WebP(bytes),
            [0, 0, 0, _, 0x66, 0x74, 0x79, 0x70, ..] => Avif(bytes),
            _ => null,
        };

    private static Picture? Png(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            return null;
        }

        var chunks = new PngChunks(bytes);

        while (chunks.Next())
        {
        }

        return chunks.IsWhole ? Sized("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])) : null;
    }

    private static Picture? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var segments = new JpegSegments(bytes);
        (int Width, int Height)? size = null;

        while (segments.Next())
        {
            // Frame headers, without the markers among them that define tables.
            if (segments.Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && segments.Body.Length >= 5)
            {
                size ??= (BinaryPrimitives.ReadUInt16BigEndian(segments.Body[3..]), BinaryPrimitives.ReadUInt16BigEndian(segments.Body[1..]));
            }
        }

        return segments.IsWhole && size is var (width, height) ? Sized("image/jpeg", width, height) : null;
    }

    private static Picture? Gif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 14)
        {
            return null;
        }

        var blocks = new GifBlocks(bytes);

        while (blocks.Next())
        {
        }

        return blocks.IsWhole ? Sized("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])) : null;
    }

    private static Picture? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L > bytes.Length)
        {
            return null;
        }

        var chunks = new WebPChunks(bytes);

        while (chunks.Next())
        {
        }

        return !chunks.IsWhole ? null : bytes[12..16] switch
        {
            [0x56, 0x50, 0x38, 0x58] => Sized("image/webp", 1 + Low24(bytes[24..]), 1 + Low24(bytes[27..])),
            [0x56, 0x50, 0x38, 0x4C] => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..])),
            [0x56, 0x50, 0x38, 0x20] => Sized("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
            _ => null,
        };
    }

    private static Picture? Lossless(uint bits) => Sized("image/webp", 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Low24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    /// <summary>Its size stands in a box "ispe", near the beginning; where it is not found, the browser finds out.</summary>
    private static Picture? Avif(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes);

        if (length < 16 || length > bytes.Length || bytes[8..length].IndexOf("avif"u8) < 0 || !EndsWithItsBoxes(bytes))
        {
            return null;
        }

        var head = bytes[..Math.Min(bytes.Length, 65_536)];
        var box = head.IndexOf("ispe"u8);

        return box > 0 && box + 16 <= head.Length
            ? Sized("image/avif", BinaryPrimitives.ReadInt32BigEndian(head[(box + 8)..]), BinaryPrimitives.ReadInt32BigEndian(head[(box + 12)..]))
            : new Picture("image/avif", null, null);
    }

    /// <summary>Boxes stand one behind the other (ISO/IEC 14496-12, 4.2); one of them holds the picture, and none goes beyond the end.</summary>
    private static bool EndsWithItsBoxes(ReadOnlySpan<byte> bytes)
    {
        var hasPicture = false;

        for (var at = 0L; at < bytes.Length;)
        {
            if (at + 8 > bytes.Length)
            {
                return false;
            }

            var box = bytes[(int)at..];
            hasPicture |= box.Slice(4, 4).SequenceEqual("mdat"u8);
            long length = BinaryPrimitives.ReadUInt32BigEndian(box);
            length = length == 1 && box.Length >= 16 ? BinaryPrimitives.ReadInt64BigEndian(box[8..]) : length == 0 ? box.Length : length;

            if (length < 8 || length > box.Length)
            {
                return false;
            }

            at += length;
        }

        return hasPicture;
    }

    private static Picture? Sized(string type, int width, int height) => width > 0 && height > 0 ? new Picture(type, width, height) : null;
}
