using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>
/// Takes out of a picture what its file tells beside it: where, when and with what it was made (Exif, XMP, IPTC, comments), the
/// pictures that phones hide in it, and whatever follows its end. How it is turned stays, and so do all its pixels.
/// </summary>
internal static class WithoutPlace
{
    /// <returns>The same array when there was nothing to take out. AVIF is left as it is: what it tells is spread over the file.</returns>
    public static byte[] Of(byte[] bytes, Picture picture) => picture.MediaType switch
    {
        "image/jpeg" => Jpeg(bytes),
        "image/png" => Png(bytes),
        "image/webp" => WebP(bytes),
        "image/gif" => Gif(bytes),
        _ => bytes,
    };

    private static byte[] Jpeg(byte[] bytes)
    {
        var segments = new JpegSegments(bytes);
        var rest = new MemoryStream(bytes.Length);
        ushort turned = 0;
        var tellsMore = false;

        while (segments.Next())
        {
            if (segments.Marker is 0xE1 or 0xED || (segments.Marker == 0xE2 && segments.Body.StartsWith("MPF\0"u8)))
            {
                tellsMore = true;
                turned = turned == 0 && segments.Body.StartsWith("Exif\0\0"u8) ? Turned.By(segments.Body) : turned;
            }
            else
            {
                rest.Write(bytes.AsSpan(segments.From, segments.To - segments.From));
            }
        }

        byte[] turn = Turned.Exif(turned) is { Length: > 0 } exif ? [0xFF, 0xE1, 0, (byte)(exif.Length + 8), .. "Exif\0\0"u8, .. exif] : [];
        return tellsMore || segments.To < bytes.Length ? [0xFF, 0xD8, .. turn, .. rest.ToArray(), 0xFF, 0xD9] : bytes;
    }

    private static byte[] Png(byte[] bytes)
    {
        var chunks = new PngChunks(bytes);
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes.AsSpan(0, 8));

        while (chunks.Next())
        {
            if (chunks.Type.SequenceEqual("eXIf"u8) && Turned.Exif(Turned.By(chunks.Body)) is { Length: > 0 } exif)
            {
                kept.Write(PngChunk("eXIf"u8, exif));
            }
            else if (!(chunks.Type.SequenceEqual("eXIf"u8) || chunks.Type.SequenceEqual("tEXt"u8) || chunks.Type.SequenceEqual("zTXt"u8) || chunks.Type.SequenceEqual("iTXt"u8) || chunks.Type.SequenceEqual("tIME"u8)))
            {
                kept.Write(bytes.AsSpan(chunks.From, chunks.To - chunks.From));
            }
        }

        return kept.Length < bytes.Length ? kept.ToArray() : bytes;
    }

    private static byte[] WebP(byte[] bytes)
    {
        var chunks = new WebPChunks(bytes);
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes.AsSpan(0, 12));
        var isTurned = false;

        while (chunks.Next())
        {
            if (chunks.Type.SequenceEqual("EXIF"u8) && Turned.Exif(Turned.By(chunks.Body)) is { Length: > 0 } exif)
            {
                isTurned = true;
                kept.Write([.. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif]);
            }
            else if (!(chunks.Type.SequenceEqual("EXIF"u8) || chunks.Type.SequenceEqual("XMP "u8)))
            {
                kept.Write(bytes.AsSpan(chunks.From, chunks.To - chunks.From));
            }
        }

        if (kept.Length >= bytes.Length)
        {
            return bytes;
        }

        var without = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(without.AsSpan(4), (uint)(without.Length - 8));

        // The first chunk of an extended file announces Exif (bit 3) and XMP (bit 2).
        if (without.AsSpan(12).StartsWith("VP8X"u8))
        {
            without[20] = (byte)(without[20] & (isTurned ? 0xFB : 0xF3));
        }

        return without;
    }

    private static byte[] Gif(byte[] bytes)
    {
        var blocks = new GifBlocks(bytes);
        var kept = new MemoryStream(bytes.Length);
        var last = 0;

        while (blocks.Next())
        {
            if (blocks.TellsMore)
            {
                kept.Write(bytes.AsSpan(last, blocks.From - last));
                last = blocks.To;
            }
        }

        kept.Write(bytes.AsSpan(last, blocks.To - last));
        return kept.Length < bytes.Length ? kept.ToArray() : bytes;
    }

    private static byte[] PngChunk(ReadOnlySpan<byte> type, byte[] body)
    {
        byte[] chunk = [0, 0, 0, (byte)body.Length, .. type, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, chunk.Length - 8)));
        return chunk;
    }

    /// <summary>CRC-32 as PNG wants it (annex D).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;

        foreach (var next in bytes)
        {
            crc ^= next;

            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
