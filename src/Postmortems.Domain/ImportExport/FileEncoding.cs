using System.Text;
using System.Text.Unicode;

namespace Postmortems.Domain.ImportExport;

/// <summary>Which characters the bytes of a file mean: UTF-8, UTF-16 with or without its mark, else Windows-1252.</summary>
internal static class FileEncoding
{
    private const int Sample = 4096;

    public static (string Text, string? Warning) Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf(bytes.AsSpan(3), sure: true),
        [0xFF, 0xFE, ..] => (Whole(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)), null),
        [0xFE, 0xFF, ..] => (Whole(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)), null),
        _ when Unmarked(bytes) is { } wide => (Whole(wide.GetString(bytes)), "The file does not name its encoding; it was read as UTF-16."),
        _ => Utf(bytes, sure: false),
    };

    private static (string Text, string? Warning) Utf(ReadOnlySpan<byte> bytes, bool sure)
    {
        if (Utf8.IsValid(bytes))
        {
            return (Encoding.UTF8.GetString(bytes), null);
        }

        var (broken, whole) = Count(bytes);

        return sure || whole > broken
            ? (Encoding.UTF8.GetString(bytes), $"{broken} {(broken == 1 ? "byte is" : "bytes are")} no UTF-8; each became \uFFFD. Please look at umlauts and accents.")
            : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), "The file is not UTF-8; it was read as Windows-1252. Please look at umlauts and accents.");
    }

    // Characters of several bytes that are right by chance are rare, so a file with more of them than faults is UTF-8.
    private static (int Broken, int Whole) Count(ReadOnlySpan<byte> bytes)
    {
        var (broken, whole) = (0, 0);

        while (!bytes.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            broken += isWhole ? 0 : 1;
            whole += isWhole && length > 1 ? 1 : 0;
            bytes = bytes[Math.Max(1, length)..];
        }

        return (broken, whole);
    }

    // In UTF-16 every other byte of Latin letters, spaces and line ends is zero.
    private static Encoding? Unmarked(byte[] bytes)
    {
        var length = Math.Min(bytes.Length, Sample) & ~1;
        var (even, odd) = (0, 0);

        for (var i = 0; i < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        return bytes.Length % 2 != 0 || length < 16 ? null
            : odd * 4 > length && even == 0 ? Encoding.Unicode
            : even * 4 > length && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>A lone half of a character cannot be stored.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
