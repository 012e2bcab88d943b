using System.Text;

namespace Postmortems.Tests.Writing.Attachments;

/// <summary>Small pictures, byte by byte.</summary>
internal static class PictureBytes
{
    private static readonly byte[] OnePixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Gif { get; } = [.. "GIF89a"u8, 3, 0, 2, 0, 0, 0, 0, .. GifPicture, 0x3B];

    private static byte[] GifPicture => [0x2C, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 2, 0x84, 0x51, 0];

    public static byte[] WebP { get; } = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0];

    public static byte[] Avif { get; } = [0, 0, 0, 16, .. "ftypavif"u8, 0, 0, 0, 0, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 8, .. "mdat"u8];

    /// <summary>A pixel that any browser shows. A chunk that only we know can make two of them differ.</summary>
    public static byte[] Png(string differs = "") => differs.Length == 0 ? [.. OnePixel] : PngWith(("noWo", Encoding.UTF8.GetBytes(differs), 0));

    public static byte[] PngWith(params (string Type, byte[] Body, uint Check)[] chunks) =>
        [.. OnePixel[..33], .. chunks.SelectMany(chunk => (byte[])[0, 0, 0, (byte)chunk.Body.Length, .. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Body, .. BigEndian(chunk.Check)]), .. OnePixel[33..]];

    /// <param name="chunks">Behind the first one, which tells of transparency and of what else is announced.</param>
    public static byte[] WebPWith(byte announced, params (string Type, byte[] Body)[] chunks)
    {
        byte[] rest = [.. chunks.SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes(chunk.Type), (byte)chunk.Body.Length, 0, 0, 0, .. chunk.Body, .. new byte[chunk.Body.Length % 2]])];
        return [.. "RIFF"u8, (byte)(22 + rest.Length), 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, (byte)(0x10 | announced), 0, 0, 0, 2, 0, 0, 1, 0, 0, .. rest];
    }

    public static byte[] GifWith(params byte[][] extensions) => [.. Gif[..13], .. extensions.SelectMany(extension => extension), .. Gif[13..]];

    /// <summary>Says that the picture is turned by a quarter, and where it was taken.</summary>
    public static byte[] Exif => [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS 52.52 N"u8];

    /// <summary>Says only that it is turned.</summary>
    public static byte[] Turned => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

    /// <summary>3 by 2, turned by a quarter, taken at a place, with something hidden behind its end.</summary>
    public static byte[] Jpeg(bool withPlace = true) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. withPlace ? Segment(0xE1, [.. "Exif\0\0"u8, .. Exif]) : [],
        .. Segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
        .. withPlace ? "hidden"u8 : [],
    ];

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, 0, (byte)(body.Length + 2), .. body];
}
