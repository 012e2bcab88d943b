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
