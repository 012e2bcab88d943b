using System.Text;

namespace Postmortems.Formats.Tests;

public class HostileInputTests
{
    private const int TwoMegabytes = 2 * 1024 * 1024;
    private const long MostBytesForEach = 1500;

    public static TheoryData<string, string> Texts => new()
    {
        { "empty", "" },
        { "blank", " \n\t\n\r\n" },
        { "only a fence", "---" },
        { "only two fences", "---\n---" },
        { "NUL and controls", "# Queue\0 stopped\u0001\n\u001b[31m- 10:00 alarm\u0007" },
        { "lone surrogates", "# A \uD800 and \uDC00\n\uDFFF" },
        { "unclosed front matter", "---\ntitle: Queue stopped\n# Summary\nIt stopped." },
        { "broken YAML", "---\ntitle: [unclosed\n\t- : :\n---\n# Queue stopped" },
        { "YAML aliases", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: Queue stopped\n---\ntext" },
        { "deep YAML", "---\na: " + new string('[', 5000) + "\n---\ntext" },
        { "deep quotations", new string('>', 20000) + " text" },
        { "deep lists", string.Concat(Enumerable.Repeat("- ", 20000)) + "text" },
        { "deep indentation", string.Join('\n', Enumerable.Range(0, 2000).Select(i => new string(' ', 2 * i) + "- item")) },
        { "brackets", new string('[', 100_000) + "](" + new string('(', 100_000) },
        { "stars", new string('*', 100_000) + "a" + new string('_', 100_000) },
        { "impossible days", "- 2024-99-99 99:99 text\n- 0000-00-00 text\n- 2024-02-30 25:61 UTC+99:99 text\n- 24:00 UTC text\n# 31/02/2024" },
        { "empty table", "## Timeline\n\n|||\n|-|-|\n||\n| | |" },
        { "ragged table", "## Action items\n\n| Action | Owner |\n|---|---|\n| only one\n| a | b | c | d |" },
        { "no words in headings", "#\n##  \n### ...\n**\n****\n- **\n- **:**" },
        { "digits", new string('1', 100_000) + ":" + new string('2', 100_000) },
        { "colons", string.Concat(Enumerable.Repeat("12:", 50_000)) },
        { "end of time", "- 2100-12-31 24:00 UTC text\n- 9999-12-31 23:59 UTC text" },
        { "a heading of three lines at the end", "}\n#-\n-" },
        { "emoji", "# 🔥 🔥\n- 10:00 🔥\n🔥: 🔥" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Gives_a_result_in_every_format(string what, string text)
    {
        foreach (var name in (string[])["a.md", "a.html", "a.txt", "a", "", "..", "/", "x/.md", "\0.md"])
        {
            var read = DocumentReader.Read(name, text);

            read.Body.ShouldNotBeNull(what);
            read.Body.ShouldNotContain('\0');
            IsWellFormed(read.Body).ShouldBeTrue(what);
        }
    }

    public static TheoryData<string, string> Pieces => new()
    {
        { "a.md", "- 10:00 something happened to the queue and it went on for a while\n" },
        { "a.md", "# Heading\n\ntext *with* [marks](https://example.org) `here`\n\n" },
        { "a.md", "one line of a very long paragraph with 2024-05-06 14:05 in it\n" },
        { "a.md", "| 10:00 | something |\n" },
        { "a.md", "[a]: https://example.org/a\n" },
        { "a.md", "**bold** __bold__ **Timeline**\n" },
        { "a.md", "> quoted\n" },
        { "a.md", "1. a\n   - b\n     - c\n\n" },
        { "a.md", "<div><p>text\n" },
        { "a.md", "~ ` ``` ~~~ [ ( < ![ ](\n" },
        { "a.md", "- **Timeline**\n" },
        { "a.md", "[ " },
        { "a.md", "a:" },
        { "a.md", "10:00 " },
        { "a.txt", "• 10:00 UTC something happened\n" },
        { "a.txt", "== Heading ==\ntext\n" },
        { "a.html", "<p>10:00 UTC <b>something</b> happened</p>\n" },
        { "a.html", "<ul><li>one<li>two</ul>\n" },
        { "a.html", "<table><tr><td>10:00</td><td>up</td></tr></table>\n" },
        { "a.html", "<b><i>" },
        { "a.html", "&lt;&amp;<" },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Takes_time_in_proportion_to_its_length(string name, string piece)
    {
        var text = new StringBuilder().Insert(0, piece, TwoMegabytes / piece.Length).ToString();
        DocumentReader.Read(name, piece);
        var before = Environment.CpuUsage.TotalTime;

        DocumentReader.Read(name, text);

        // Under a second when optimised; what is quadratic takes minutes.
        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Takes_memory_in_proportion_to_its_length(string name, string piece)
    {
        var text = new StringBuilder().Insert(0, piece, TwoMegabytes / piece.Length).ToString();
        DocumentReader.Read(name, piece);
        var before = GC.GetAllocatedBytesForCurrentThread();

        DocumentReader.Read(name, text);

        // All that was ever asked for, most of which is given back on the way.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytesForEach * text.Length);
    }

    [Fact]
    public void Takes_little_of_both_for_any_mixture()
    {
        var random = new Random(77);
        var pieces = Pieces.Select(row => (string)row[1]).Concat(Texts.Select(row => (string)row[1]).Where(text => text.Length is > 0 and < 300)).ToArray();

        for (var round = 0; round < 60; round++)
        {
            var text = new StringBuilder();

            while (text.Length < 60_000)
            {
                text.Insert(text.Length, pieces[random.Next(pieces.Length)], random.Next(1, 400));
            }

            foreach (var name in (string[])["a.md", "a.txt", "a.html"])
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var started = Environment.CpuUsage.TotalTime;

                DocumentReader.Read(name, text.ToString()).Body.Length.ShouldBeLessThan(20 * text.Length);

                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytesForEach * text.Length, $"{round} {name}");
                (Environment.CpuUsage.TotalTime - started).ShouldBeLessThan(TimeSpan.FromSeconds(10), $"{round} {name}");
            }
        }
    }

    [Fact]
    public void Reads_the_beginning_of_a_document_of_five_megabytes_and_keeps_all_of_it()
    {
        const string Part = "## Part\n\nWords that go on and on about nothing in particular.\n\n";
        var text = "# Queue stopped on 2026-05-04\n\n## Timeline\n\n- 14:05 UTC late\n\n" + new StringBuilder().Insert(0, Part, 5_000_000 / Part.Length) + "The last words\n";

        var read = DocumentReader.Read("a.md", text);

        read.Title.ShouldBe("Queue stopped on 2026-05-04");
        read.Timeline.ShouldHaveSingleItem().Text.ShouldBe("late");
        read.Body.ShouldBe(text);
        read.Warnings.ShouldContain(warning => warning.StartsWith("The document is very long; fields were read from its first", StringComparison.Ordinal));
        DocumentReader.Read("a.md", DocumentWriter.Markdown(read)).Body.Trim().ShouldBe(text.Trim());
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
