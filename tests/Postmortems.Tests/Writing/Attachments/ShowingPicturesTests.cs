using Postmortems.Web.Writing;

namespace Postmortems.Tests.Writing.Attachments;

public class ShowingPicturesTests
{
    private const string Ours = "/attachments/0192f5c4-7a5e-7c1a-9d4e-3b1f6f0c2a12";

    [Theory]
    [InlineData($"![The *queue*]({Ours}#640x480)", $"<img src=\"{Ours}\" alt=\"The queue\" loading=\"lazy\" width=\"640\" height=\"480\">")]
    [InlineData($"![]({Ours})", $"<img src=\"{Ours}\" alt=\"\" loading=\"lazy\">")]
    [InlineData($"[![The queue]({Ours}#2x1)](https://example.org/)", $"<a href=\"https://example.org/\" rel=\"noopener noreferrer\"><img src=\"{Ours}\" alt=\"The queue\" loading=\"lazy\" width=\"2\" height=\"1\"></a>")]
    public void A_picture_that_is_kept_here_is_shown_with_room_for_it(string text, string html) => Shown(text).ShouldBe($"<p>{html}</p>");

    [Theory]
    [InlineData("![Graph](https://elsewhere.example/graph.png)")]
    [InlineData("![Graph](/attachments/../sign-out)")]
    [InlineData($"![Graph]({Ours}/more)")]
    [InlineData($"![Graph]({Ours}#640x480%22)")]
    [InlineData($"![Graph](//elsewhere.example{Ours})")]
    [InlineData("![Graph](data:image/png;base64,AAAA)")]
    public void Any_other_picture_is_only_a_link(string text)
    {
        Shown(text).ShouldNotContain("<img");
        Shown(text).ShouldContain("Graph (picture)");
    }

    [Fact]
    public void Cleaning_twice_changes_nothing() => SafeHtml.Of(Shown($"![The queue]({Ours}#640x480)")).ShouldBe(Shown($"![The queue]({Ours}#640x480)"));

    private static string Shown(string text) => string.Concat(RenderedMarkdown.Of(text).Select(part => part.Html)).Trim();
}
