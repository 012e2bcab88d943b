using System.Text;
using Postmortems.Domain.Writing.Attachments;

namespace Postmortems.Tests.Writing.Attachments;

public class TellingAPictureByItsBytesTests
{
    public static TheoryData<string, byte[], int, int> Pictures { get; } = new()
    {
        { "image/png", PictureBytes.Png(), 1, 1 },
        { "image/jpeg", PictureBytes.Jpeg(), 3, 2 },
        { "image/gif", PictureBytes.Gif, 3, 2 },
        { "image/webp", PictureBytes.WebP, 3, 2 },
        { "image/avif", PictureBytes.Avif, 3, 2 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Knows_its_kind_and_its_size(string type, byte[] bytes, int width, int height) =>
        Picture.Of(bytes).ShouldBe(new Picture(type, width, height));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Refuses_what_was_cut_off_anywhere_before_its_end(string type, byte[] bytes, int width, int height)
    {
        var least = type == "image/jpeg" ? bytes.Length - "hidden".Length : bytes.Length;
        _ = (width, height);

        for (var length = 0; length < least; length++)
        {
            Picture.Of(bytes.AsSpan(0, length)).ShouldBeNull($"{type}, {length} bytes");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF87a/*<script>*/")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    [InlineData("BM a bitmap of old")]
    [InlineData("RIFF....WAVEfmt and sound in it, long enough")]
    public void Refuses_what_is_no_picture(string text) => Picture.Of(Encoding.Latin1.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void Is_not_misled_by_lengths_that_lead_nowhere()
    {
        var png = PictureBytes.Png();
        new[] { 33, 34, 35, 36 }.ToList().ForEach(at => png[at] = 0xFF);
        Picture.Of(png).ShouldBeNull();

        Picture.Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9]).ShouldBeNull();
        Picture.Of([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 1000)]).ShouldBeNull();
        Picture.Of([0xFF, 0xD8, 0xFF, 0xD9]).ShouldBeNull();
    }
}
