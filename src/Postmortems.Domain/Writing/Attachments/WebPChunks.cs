using System.Buffers.Binary;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Goes along the chunks of a WebP (RFC 9649, part 2) to the end that it states, without decoding them.</summary>
internal ref struct WebPChunks(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes[..(int)Math.Min(bytes.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]))];
    private int next = 12;
    private int length;

    public int From { get; private set; }

    public readonly int To => next;

    public readonly ReadOnlySpan<byte> Type => bytes.Slice(From, 4);

    public readonly ReadOnlySpan<byte> Body => bytes.Slice(From + 8, length);

    /// <summary>The last chunk ends where the file says that it ends. What follows is no part of the picture.</summary>
    public readonly bool IsWhole => next == bytes.Length;

    public bool Next()
    {
        if (next + 8 > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[(next + 4)..]) is var said && said > bytes.Length - next - 8)
        {
            return false;
        }

        length = (int)said;
        (From, next) = (next, Math.Min(next + 8 + length + (length % 2), bytes.Length));
        return true;
    }
}
