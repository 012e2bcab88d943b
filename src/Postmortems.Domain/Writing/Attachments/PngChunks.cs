using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Goes along the chunks of a PNG (W3C PNG, part 5) to the one that ends it, without decoding them.</summary>
internal ref struct PngChunks(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next = 8;

    public int From { get; private set; }

    public readonly int To => next;

    public readonly ReadOnlySpan<byte> Type => bytes.Slice(From + 4, 4);

    public readonly ReadOnlySpan<byte> Body => bytes[(From + 8)..(next - 4)];

    /// <summary>The end was reached. What follows it is no part of the picture.</summary>
    public bool IsWhole { get; private set; }

    public bool Next()
    {
        if (IsWhole || next + 12 > bytes.Length || BinaryPrimitives.ReadUInt32BigEndian(bytes[next..]) is var length && length > bytes.Length - next - 12)
        {
            return false;
        }

        (From, next) = (next, next + 12 + (int)length);
        IsWhole = Type.SequenceEqual("IEND"u8);
        return true;
    }
}
