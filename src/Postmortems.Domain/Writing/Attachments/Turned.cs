using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>How a picture is turned, the one thing that Exif data tells and that the picture needs (Exif 2.32, tag 0x0112).</summary>
internal static class Turned
{
    private const ushort Orientation = 0x0112;

    /// <param name="exif">With or without the words that some formats put before it.</param>
    /// <returns>1 to 8 as Exif tells it in the first of its lists, 0 when it does not.</returns>
    public static ushort By(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

        if (tiff.Length < 14)
        {
            return 0;
        }

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

    /// <returns>Exif data that says how the picture is turned and nothing else; empty when it is not turned.</returns>
    public static byte[] Exif(ushort turned) =>
        turned < 2 ? [] : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Int(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
