using AngleSharp.Html.Parser;
using Postmortems.Web.Writing;

namespace Postmortems.Tests.Writing;

public class RenderedMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg onload=alert(1)//")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<form action=//evil.example><button>Sign in</button></form>")]
    [InlineData("<div style='position:fixed;inset:0'>cover</div>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](<\u0001javascript:alert(1)>)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("> - <b onmouseover=alert(1)>nested</b>\n>   <script>alert(1)</script>")]
    [InlineData("| a |\n| - |\n| <img src=x onerror=alert(1)> |")]
    [InlineData("# <img src=x onerror=alert(1)>")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    public void Runs_nothing_and_asks_no_other_server_for_anything(string text)
    {
        var page = new HtmlParser().ParseDocument(Html(text));

        page.QuerySelectorAll("script, style, svg, math, img, iframe, object, embed, form, input, button, link, meta, base").ShouldBeEmpty();
        page.Body!.QuerySelectorAll("*").SelectMany(element => element.Attributes).ShouldAllBe(attribute => !attribute.Name.StartsWith("on") && attribute.Name != "style");
        page.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")!.ToLowerInvariant()).ShouldAllBe(href => href.StartsWith("https://evil.example"));
    }

    [Theory]
    [InlineData("https://status.example.org/214", true)]
    [InlineData("http://wiki/runbooks", true)]
    [InlineData("mailto:oncall@example.org", true)]
    [InlineData("/incidents/214", true)]
    [InlineData("#summary", true)]
    [InlineData("notes/2026-11-17.md?x=a:b", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("\tjava\nscript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("1javascript:alert(1)", false)]
    public void Lets_links_lead_to_pages_and_mailboxes_only(string address, bool allowed) => SafeLink.Allows(address).ShouldBe(allowed);

    [Fact]
    public void Shows_what_documents_are_made_of()
    {
        var html = Html("## Impact\n\n1. one\n2. two\n\n- [x] done\n- [ ] open\n\n| When | What |\n| --- | --- |\n| 14:02 | *first* `failure` |\n\n> words ~~gone~~\n\n[PM-12](/postmortems/12) https://example.org");
        var page = new HtmlParser().ParseDocument(html);

        page.QuerySelector("h2#part-impact")!.TextContent.ShouldBe("Impact");
        page.QuerySelectorAll("ol > li").Length.ShouldBe(2);
        page.QuerySelectorAll("li.task [role=img]").Select(task => task.GetAttribute("aria-label")).ShouldBe(["done", "open"]);
        page.QuerySelector("div.scroll > table.table td em")!.TextContent.ShouldBe("first");
        page.QuerySelector("blockquote del")!.TextContent.ShouldBe("gone");
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["/postmortems/12", "https://example.org"]);
    }

    [Fact]
    public void Keeps_typed_html_as_words() => Html("Set `<pool>` and <b>wait</b>").ShouldContain("&lt;b&gt;wait&lt;/b&gt;");

    [Fact]
    public void Makes_safe_html_no_safer_the_second_time()
    {
        var once = Html("# T\n\n- [x] a\n\n| a |\n| - |\n| b |\n\n[x](#t) ![p](https://example.org/p.png) [y](https://example.org)\n\nA note[^1].\n\n[^1]: There.");

        SafeHtml.Of(once).ShouldBe(once);
    }

    [Fact]
    public void Cleans_html_even_when_it_did_not_come_from_markdown()
    {
        var clean = SafeHtml.Of("<p onclick=x>a<unknown>b</unknown><script>c</script><a href=' java\nscript:d'>e</a><a xlink:href='javascript:f'>g</a></p><!-- h -->");

        clean.ShouldBe("<p>ab<a>e</a><a>g</a></p>");
    }

    [Fact]
    public void Steps_headings_down_below_the_title_of_the_page()
    {
        var page = new HtmlParser().ParseDocument(Html("# Labels failed\n\n# Summary\n\n#### Numbers", title: "Labels failed"));

        page.Body!.Children.Select(child => child.LocalName).ShouldBe(["h2", "h3"]);
    }

    [Fact]
    public void Tells_headings_of_the_same_words_apart()
    {
        var page = new HtmlParser().ParseDocument(Html("## Notes\n\n## Notes"));

        page.QuerySelectorAll("h2").Select(heading => heading.Id).ShouldBe(["part-notes", "part-notes-2"]);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    [InlineData("- ")]
    [InlineData("![](")]
    [InlineData("`")]
    [InlineData("| a ")]
    public void Stays_quick_on_text_made_to_be_slow(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));
        var begun = System.Diagnostics.Stopwatch.StartNew();

        Html(text);

        begun.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Reads_a_long_list_of_links_as_a_list()
    {
        var html = Html(string.Concat(Enumerable.Repeat("- `14:02` [the *first* alert](https://example.org)\n", 2_000)));

        new HtmlParser().ParseDocument(html).QuerySelectorAll("li a").Length.ShouldBe(2_000);
    }

    private static string Html(string text, string? title = null) => string.Concat(RenderedMarkdown.Of(text, title).Select(part => part.Html));
}
