using System.Text;

namespace Postmortems.Formats.Tests;

public class KeepingTheWholeTextTests
{
    private static readonly string[] Pieces =
    [
        "# Heading", "## Timeline", "- item", "  - 10:00 inner", "* 2026-05-04 text", "1. one", "> quoted", "```", "    indented", "| a | b |", "|---|---|", "**Impact**: high", "<div>", "<!-- note -->",
        "", "", "---", "text with `code` and [a link](https://example.org)", "[ref]: https://example.org", "\ttab", "Setext", "======", "- [x] done", "10:00 UTC line", "- **Context**:", "key: value",
    ];

    public static TheoryData<string> Markdown => [.. Fixture.Names.Where(name => !name.EndsWith(".html", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Markdown))]
    public void The_body_has_every_line_that_is_not_blank(string name) => HoldsEveryLine(name, Fixture.Text(name));

    [Fact]
    public void So_it_has_of_any_mixture_of_lines()
    {
        var random = new Random(214);

        for (var i = 0; i < 300; i++)
        {
            var text = new StringBuilder();

            for (var line = random.Next(40); line > 0; line--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(5) == 0 ? "\r\n" : "\n");
            }

            HoldsEveryLine(random.Next(2) == 0 ? "a.md" : "a.txt", text.ToString());
        }
    }

    [Fact]
    public void A_page_keeps_its_words()
    {
        var body = DocumentReader.Read("a.html", "<title>t1</title><div>t2<p>t3<span>t4</span></p><dl><dt>t5<dd>t6</dl><form><label>t7</label></form><ol><li>t8<ol><li>t9</ol></ol><pre>t10\n  t11</pre><blockquote>t12</blockquote>t13</div>").Body;

        for (var i = 1; i <= 13; i++)
        {
            body.ShouldContain($"t{i}");
        }

        body.ShouldContain("t10\n  t11");
        body.ShouldContain("1. t8");
        body.ShouldContain("> t12");
    }

    private static readonly string[] PagePieces =
    [
        "<h1>W</h1>", "<h2>W", "<p>W", "</p>", "<ul><li>W", "<li>W</li>", "</ul>", "<ol><li><p>W</p>", "</ol>", "<table><tr><th>W<th>W<tr><td>W<td>W", "<table>W<tr>W<td>W", "<td rowspan=3 colspan=2>W", "<tr>W", "</table>", "<caption>W", "<thead><tr><th>W</thead>",
        "<b>W", "</b>", "<i>W</i>", "<a href=\"https://example.org/x y\">W</a>", "<a>W", "<code>W`</code>", "<pre>W\n  W", "</pre>", "<blockquote>W", "</blockquote>", "<div class=x>W", "</div>", "<span style=\"font-weight:700\">W</span>", "<label><input type=checkbox checked>W</label>",
        "W &amp; W &lt;W&gt;", "<details><summary>W</summary>W", "</details>", "<time datetime=\"2026-03-01\">W</time>", "<br>W", "<hr>W", "<h7>W", "<dl><dt>W<dd>W</dl>", "<button>W</button>", "<select><option>W</select>", "<textarea>W</textarea>", "<figure><img alt=\"W\" src=a.png><figcaption>W</figcaption></figure>",
        "<sup>W</sup>", "<u>W</u>", "<del>W</del>", "<kbd>W</kbd>", "<p hidden>W</p>", "<main>W</main>", "<nav>W</nav>", "<header>W</header>", "<footer>W</footer>", "<aside>W</aside>", "<section>W", "<article>W", "<center>W", "<font color=red>W</font>",
        "<ac:task-list><ac:task><ac:task-status>complete</ac:task-status><ac:task-body>W</ac:task-body></ac:task></ac:task-list>", "<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body><p>W</p></ac:rich-text-body></ac:structured-macro>",
        "\n", " ", "W|W", "* W", "# W", "1. W", "[W](W)", "<!-- note -->",
    ];

    [Fact]
    public void Any_page_keeps_all_its_words()
    {
        var random = new Random(2026);

        for (var round = 0; round < 1500; round++)
        {
            var words = 0;
            var page = new StringBuilder("<p>");

            for (var pieces = random.Next(1, 30); pieces > 0; pieces--)
            {
                foreach (var letter in PagePieces[random.Next(PagePieces.Length)])
                {
                    page.Append(letter == 'W' ? $"word{words++}end" : letter.ToString());
                }
            }

            var text = page.ToString();
            var body = DocumentReader.Read("a.html", text).Body;

            for (var word = 0; word < words; word++)
            {
                body.ShouldContain($"word{word}end", customMessage: text);
            }
        }
    }

    private static void HoldsEveryLine(string name, string text)
    {
        var body = DocumentReader.Read(name, text).Body.Split('\n').ToHashSet();
        var fence = text.StartsWith("---", StringComparison.Ordinal) ? "---" : null;

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim().Length > 0 && line != fence)
            {
                body.ShouldContain(line, $"{name}\n{text}");
            }
        }
    }
}
