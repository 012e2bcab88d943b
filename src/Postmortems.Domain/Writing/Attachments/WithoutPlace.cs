using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>
/// Takes out of a photograph where and with what it was taken: the segments with Exif, XMP and IPTC data, the pictures that
/// phones hide in it, and whatever follows its end. How it is turned stays, and so do all its pixels.
/// </summary>
internal static class WithoutPlace
{
    private const ushort Orientation = 0x0112;

    /// <returns>The same array when there was nothing to take out.</returns>
    public static byte[] Of(byte[] bytes, Picture picture)
    {
        if (picture.MediaType != "image/jpeg")
        {
            return bytes;
        }

        var segments = new JpegSegments(bytes);
        var rest = new MemoryStream(bytes.Length);
        ushort turned = 0;
        var tellsMore = false;

        while (segments.Next())
        {
            if (TellsMore(segments.Marker, segments.Body))
            {
                tellsMore = true;
                turned = turned == 0 ? TurnedBy(segments.Body) : turned;
            }
            else
            {
                rest.Write(bytes.AsSpan(segments.From, segments.To - segments.From));
            }
        }

        return tellsMore || segments.To < bytes.Length ? [0xFF, 0xD8, .. Turn(turned), .. rest.ToArray(), 0xFF, 0xD9] : bytes;
    }

    private static bool TellsMore(byte marker, ReadOnlySpan<byte> body) =>
        marker is 0xE1 or 0xED || (marker == 0xE2 && body.StartsWith("MPF\0"u8));

    /// <returns>1 to 8 as Exif tells it in the first of its lists, 0 when it does not.</returns>
    private static ushort TurnedBy(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("Exif\0\0"u8) || body.Length < 20)
        {
            return 0;
        }

        var tiff = body[6..];
        var isLittle = tiff[0] == (byte)'I';
        var list = (int)Math.Min(Int(tiff[4..], isLittle), int.MaxValue / 2);

        for (var at = list + 2; list + 2 <= tiff.Length && at < list + 2 + (12 * Short(tiff[list..], isLittle)) && at + 12 <= tiff.Length; at += 12)
        {
            if (Short(tiff[at..], isLittle) == Orientation)
            {
                return Short(tiff[(at + 8)..], isLittle) is var turned and <= 8 ? turned : (ushort)0;
            }
        }

        return 0;
    }

    /// <summary>An Exif segment that says how the picture is turned, and nothing else.</summary>
    private static byte[] Turn(ushort turned) =>
        turned < 2
            ? []
            : [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Int(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
