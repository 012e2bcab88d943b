namespace Postmortems.Formats.Tests;

public class LinkedPicturesTests
{
    [Theory]
    [InlineData("PM-1.md", "![Depth](pictures/depth.png)", "pictures/depth.png")]
    [InlineData("2025/a.md", "![Depth](<../img/depth%20of%20it.png> \"Depth\")", "img/depth of it.png")]
    [InlineData("2025/a.md", "See [the graph](./depth.png).", "2025/depth.png")]
    [InlineData("a.md", "![Depth][d]\n\n[d]: pictures/depth.png#1x1", "pictures/depth.png")]
    [InlineData("a/b.html", "<p><img width=3 src=\"b_files/depth.png\"></p>", "a/b_files/depth.png")]
    public void Are_found_from_where_the_document_stands(string file, string text, string path) => LinkedPictures.In(file, text).ShouldBe([path]);

    [Theory]
    [InlineData("![far](https://example.org/a.png)")]
    [InlineData("![kept](/attachments/a.png)")]
    [InlineData("![out](../../a.png)")]
    [InlineData("![inside](data:image/png;base64,AAAA)")]
    [InlineData("[part](#summary)")]
    public void Are_none_elsewhere(string text) => LinkedPictures.In("a/b.md", text).ShouldBeEmpty();

    [Fact]
    public void Are_replaced_where_their_place_is_known()
    {
        var replaced = LinkedPictures.Replace("a.md", "![x](a.png) and ![y](b.png), [z]: a.png", path => path == "a.png" ? "/attachments/1" : null);

        replaced.ShouldBe("![x](/attachments/1) and ![y](b.png), [z]: /attachments/1");
    }
}
