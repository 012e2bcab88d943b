namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Goes along the blocks of a GIF (GIF89a, appendix B) to its trailer, without decoding them.</summary>
internal ref struct GifBlocks(ReadOnlySpan<byte> bytes)
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte Comment = 0xFE;
    private const byte Application = 0xFF;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next = 13 + Colours(bytes[10]);
    private bool hasPicture;

    public int From { get; private set; }

    public readonly int To => next;

    /// <summary>The trailer was reached, and a picture came before it. What follows is no part of the picture.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>A comment, or data of a program other than how often the picture repeats and what its colours are.</summary>
    public readonly bool TellsMore =>
        bytes[From] == Extension && (bytes[From + 1] == Comment || (bytes[From + 1] == Application && !IsOfThePicture(bytes[(From + 3)..])));

    public bool Next()
    {
        if (next >= bytes.Length)
        {
            return false;
        }

        From = next;

        switch (bytes[next])
        {
            case Trailer:
                (IsWhole, next) = (hasPicture, next + 1);
                return false;
            case Extension:
                next += 2;
                return PassParts();
            case Image when next + 10 < bytes.Length:
                hasPicture = true;
                next += 11 + Colours(bytes[next + 9]);
                return PassParts();
            default:
                return false;
        }
    }

    private static int Colours(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    private static bool IsOfThePicture(ReadOnlySpan<byte> name) =>
        name.StartsWith("NETSCAPE2.0"u8) || name.StartsWith("ANIMEXTS1.0"u8) || name.StartsWith("ICCRGBG1012"u8);

    /// <summary>Each part says how long it is; an empty one is the last.</summary>
    private bool PassParts()
    {
        while (next < bytes.Length)
        {
            var length = bytes[next];
            next += 1 + length;

            if (length == 0)
            {
                return true;
            }
        }

        return false;
    }
}
