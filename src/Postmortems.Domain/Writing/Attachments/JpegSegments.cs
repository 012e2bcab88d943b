using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Goes along the segments of a JPEG (ITU T.81, annex B) to its end, past the coded picture, without decoding it.</summary>
internal ref struct JpegSegments(ReadOnlySpan<byte> bytes)
{
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next = 2;

    /// <summary>Where the segment begins, and where it ends: after its coded picture, if it has one.</summary>
    public int From { get; private set; }

    public readonly int To => next;

    public byte Marker { get; private set; }

    /// <summary>What the segment says, without its marker and length.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>The end was reached, and a picture came before it. What follows the end is no part of the picture.</summary>
    public bool IsWhole { get; private set; }

    private bool hasScan;

    public bool Next()
    {
        while (next + 1 < bytes.Length && bytes[next] == 0xFF && bytes[next + 1] == 0xFF)
        {
            next++;
        }

        if (next + 2 > bytes.Length || bytes[next] != 0xFF)
        {
            return false;
        }

        (From, Marker) = (next, bytes[next + 1]);

        if (Marker == End)
        {
            (IsWhole, next) = (hasScan, next + 2);
            return false;
        }

        if (next + 4 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[(next + 2)..]) is var length && (length < 2 || next + 2 + length > bytes.Length))
        {
            return false;
        }

        Body = bytes.Slice(next + 4, length - 2);
        next += 2 + length;

        if (Marker == StartOfScan)
        {
            hasScan = true;
            PassPicture();
        }

        return true;
    }

    /// <summary>Within a coded picture 0xFF stands before a zero or a restart; any other byte after it begins a segment.</summary>
    private void PassPicture()
    {
        while (next + 1 < bytes.Length)
        {
            var found = bytes[next..^1].IndexOf((byte)0xFF);

            if (found < 0)
            {
                next = bytes.Length;
                return;
            }

            next += found;

            if (bytes[next + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return;
            }

            next += 2;
        }
    }
}
