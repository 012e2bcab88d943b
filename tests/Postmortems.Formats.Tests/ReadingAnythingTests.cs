using FsCheck;
using FsCheck.Fluent;

namespace Postmortems.Formats.Tests;

/// <summary>Whatever somebody drops: it is read, nothing of it is lost, and what was found stands where the fields say.</summary>
public class ReadingAnythingTests
{
    private const int Rounds = 400;

    private static readonly string[] Markdown =
    [
        "# Queue stopped", "## Timeline", "## Zeitleiste", "### 14:05", "## Action items", "## Root cause", "Impact", "------", "**Detection**: by a person", "- **Timeline**:", "##Timeline", "######## x",
        "- 10:00 alarm", "  - 10:01 inner", "\t- 10:02 tab", "1. first", "10) tenth", "* [x] done @ada 2026-03-01", "- [ ] open", "-", "- ", "+ 23:59 late", "00:10 UTC early", "2026-02-30 no such day", "about 14h05 restart",
        "| time | event |", "|---|---|", "| 10:00 | alarm |", "| a |", "|", "||||", "> quoted", "> > deeper", "```", "~~~", "```timeline", "    code", "<div>", "</div>", "<!-- note", "-->", "<table><tr><td>10:00", "---", "...", "+++", "title: x",
        "[a]: https://example.org", "![p](p.png)", "All times in CET", "text  ", "\u200B", "\u202E", "=====", "\\", "|a|b", ":---:", "{{< note >}}", "Date: 2026-03-01", "Owner: Ada", "5 Whys", "\u00A0", "🔥", "a\u2028b", "\f",
    ];

    private static readonly string[] Html =
    [
        "<h1>Queue stopped</h1>", "<h2>Timeline</h2>", "<h2>", "<p>", "</p>", "<ul>", "<li>10:00 alarm", "</li>", "</ul>", "<ol><li>", "<table><tr><th>time<th>event<tr><td>10:00<td>alarm", "</table>", "<td>", "<b>bold", "</b>", "<a href=\"x y\">", "</a>",
        "<pre>code\n  more", "</pre>", "<blockquote>", "</blockquote>", "<div class=x>", "</div>", "<span style=\"font-weight:700\">s", "</span>", "<input type=checkbox checked>", "&amp;&lt;&#x1F525;&nope;", "<!-- c -->", "<script>x()</script>", "<style>p{}</style>",
        "<ac:task><ac:task-status>complete</ac:task-status><ac:task-body>do it", "<time datetime=\"2026-03-01\">", "<details><summary>more", "</details>", "<br>", "<hr>", "<", ">", "&", "<![CDATA[x]]>", "<svg><text>s", "</svg>", "words", "<p hidden>", "<h7>", "</",
    ];

    private static readonly Gen<string> End = Gen.Frequency((8, Gen.Constant("\n")), (1, Gen.Constant("\r\n")), (1, Gen.Constant("\n\n")), (1, Gen.Constant("\r")));

    private static Arbitrary<string> Of(string[] pieces) => (
        from lines in (from piece in Gen.Elements(pieces) from end in End select piece + end).ListOf()
        from cut in Gen.Choose(0, 20)
        let text = string.Concat(lines)
        select WithoutHalves(text[..(text.Length - Math.Min(cut == 0 ? 3 : 0, text.Length))])).ToArbitrary();

    [Fact]
    public void Keeps_every_line_of_Markdown_and_text() => Check.One(Quick, Prop.ForAll(Of(Markdown), text =>
    {
        foreach (var name in (string[])["a.md", "a.txt", "a"])
        {
            var read = DocumentReader.Read(name, text);
            var kept = LinesOf(read.Body).ToHashSet();

            FieldsStandInTheText(read, text);
            LinesOf(text).Skip(1).Where(line => line.Trim().Length > 0 && line is not ("---" or "+++" or "...")).ShouldAllBe(line => kept.Contains(line));
        }
    }));

    [Fact]
    public void Keeps_every_heading_as_a_field_or_as_a_part_that_was_not_understood() => Check.One(Quick, Prop.ForAll(Of(Markdown), text =>
    {
        var read = DocumentReader.Read("a.md", "# Title\n\n" + text);
        var known = read.Sources.Values.Concat(read.Unread.Select(part => part.Lines)).ToList();

        foreach (var unread in read.Unread)
        {
            LinesOf(read.Body)[Math.Min(unread.Lines.First, LinesOf(read.Body).Length) - 1].Length.ShouldBeGreaterThan(0);
        }

        known.ShouldAllBe(span => span.First >= 1 && span.First <= span.Last);
    }));

    [Fact]
    public void Keeps_every_word_of_a_page() => Check.One(Quick, Prop.ForAll(Of(Html), text =>
    {
        var read = DocumentReader.Read("a.html", $"first words {text}");

        FieldsStandInTheText(read, "first words " + text);
        read.Body.ShouldContain("first words");
    }));

    [Fact]
    public void Takes_any_characters() => Check.One(Quick, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        foreach (var name in (string[])["a.md", "a.html", "a.txt", "a.json", text ?? ""])
        {
            FieldsStandInTheText(DocumentReader.Read(name, text ?? ""), text ?? "");
        }
    }));

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(Rounds).WithEndSize(60);

    /// <summary>No file holds half of a character; what its bytes would say is read as a replacement character.</summary>
    private static string WithoutHalves(string text) => text is [.., var last] && char.IsHighSurrogate(last) ? text[..^1] : text;

    private static string[] LinesOf(string text) =>
        text.Replace('\u2028', '\n').Replace('\f', ' ').ReplaceLineEndings("\n").Split('\n');

    private static void FieldsStandInTheText(ReadDocument read, string text)
    {
        var last = LinesOf(text).Length;
        var spans = read.Timeline.Select(entry => entry.Lines)
            .Concat(read.Causes.Select(cause => cause.Lines))
            .Concat(read.ActionItems.Select(item => item.Lines))
            .Concat(read.Sources.Values)
            .Concat(read.Unread.Select(part => part.Lines));

        spans.ShouldAllBe(span => span.First >= 1 && span.First <= span.Last && span.Last <= last);
    }
}
