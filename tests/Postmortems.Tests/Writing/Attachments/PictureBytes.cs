namespace Postmortems.Tests.Writing.Attachments;

/// <summary>Small pictures, byte by byte.</summary>
internal static class PictureBytes
{
    private static readonly byte[] OnePixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Gif { get; } = [.. "GIF89a"u8, 3, 0, 2, 0, 0, 0, 0, 0x3B];

    public static byte[] WebP { get; } = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0];

    public static byte[] Avif { get; } = [0, 0, 0, 16, .. "ftypavif"u8, 0, 0, 0, 0, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 8, .. "mdat"u8];

    /// <summary>A pixel that any browser shows. What follows the end of a PNG is not looked at, so it can make two of them differ.</summary>
    public static byte[] Png(string after = "") => [.. OnePixel, .. System.Text.Encoding.UTF8.GetBytes(after)];

    /// <summary>3 by 2, turned by a quarter, taken at a place, with something hidden behind its end.</summary>
    public static byte[] Jpeg(bool withPlace = true) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. withPlace ? Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS 52.52 N"u8]) : [],
        .. Segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
        .. withPlace ? "hidden"u8 : [],
    ];

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, 0, (byte)(body.Length + 2), .. body];
}
