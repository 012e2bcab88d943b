using Microsoft.Playwright;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>What programs put on the clipboard, told again in their habits.</summary>
public sealed class PastingInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    public static TheoryData<string, string, string> Clipboards { get; } = new()
    {
        {
            "Google Docs",
            """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:700">What failed</span></h2><p dir="ltr"><span style="font-weight:400">The </span><span style="font-weight:700">pool</span><span style="font-style:italic"> ran out</span><span>, see </span><a href="https://www.google.com/url?q=https://status.example.org/214&sa=D"><span>the notice</span></a><span> </span><span style="font-family:'Courier New',monospace">pool_size=20</span></p><ul><li dir="ltr"><p role="presentation"><span>One</span></p></li><ul><li dir="ltr"><p><span>Inner</span></p></li></ul><li dir="ltr"><p><span>Two</span></p></li></ul></b>""",
            "## What failed\n\nThe **pool** *ran out*, see [the notice](https://status.example.org/214) `pool_size=20`\n\n- One\n  - Inner\n- Two"
        },
        {
            "a mail with breaks where nothing breaks",
            """<h2>Impact</h2><p>One.</p><br><ul><li>Two<br></li></ul><br><br><div>Three<br><br>Four<br>Five</div><div><br></div>""",
            "## Impact\n\nOne.\n\n- Two\n\nThree\n\nFour\\\nFive"
        },
        {
            "Word",
            """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><h1>Review</h1><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Call the bank</p><p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>by phone</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Write it down</p><p class=MsoNormal>Done.</p></body></html>""",
            "# Review\n\n1. Call the bank\n   - by phone\n2. Write it down\n\nDone."
        },
        {
            "Slack",
            """<meta charset='utf-8'><b>Mira</b> said: use <code class="c-mrkdwn__code">kubectl</code><br><ul data-stringify-type="unordered-list" data-indent="0"><li data-stringify-indent="0">first</li></ul><ul data-stringify-type="unordered-list" data-indent="1"><li data-stringify-indent="1">under it</li></ul><pre class="c-mrkdwn__pre">restart gate<br>sleep 5</pre>""",
            "**Mira** said: use `kubectl`\n\n- first\n  - under it\n\n```\nrestart gate\nsleep 5\n```"
        },
        {
            "Confluence",
            """<div><blockquote><p>It was slow.</p></blockquote><table class="confluenceTable"><tbody><tr><th><p>When</p></th><th><p>What</p></th></tr><tr><td><p>14:02</p></td><td><p>First <strong>label</strong></p><p>fails | waits</p></td></tr><tr><td colspan="2">Later</td></tr></tbody></table><ul class="task"><li><input type="checkbox" checked> told everybody</li></ul><script>alert(1)</script></div>""",
            "> It was slow.\n\n| When | What |\n| --- | --- |\n| 14:02 | First **label** fails \\| waits |\n| Later |  |\n\n- [x] told everybody"
        },
        {
            "a web page that means harm",
            """<p onclick="x()">Say style="a" when you read <a href="javascript:alert(1)">this</a>, <a href=" data:text/html,x">that</a> and <a href="mailto:ops@example.org">us</a><img src="x" onerror="alert(1)"><svg><script>alert(2)</script></svg></p><details><summary>More</summary>words in a <custom-thing>strange</custom-thing> place</details>""",
            "Say style=\"a\" when you read this, that and [us](mailto:ops@example.org)\n\nMore\n\nwords in a strange place"
        },
        {
            "a code editor",
            """<meta charset='utf-8'><div style="color: #d4d4d4;font-family: 'Cascadia Mono', monospace;white-space: pre;"><div><span style="color: #569cd6;">if</span> (open) {</div><div>  wait();</div><div>}</div></div>""",
            "```\nif (open) {\n  wait();\n}\n```"
        },
    };

    [Theory]
    [MemberData(nameof(Clipboards))]
    public async Task Formatted_text_becomes_Markdown_in_one_step_to_undo(string from, string html, string markdown)
    {
        var desk = await Desk.StartAsync(app, chromium, "");
        var complaints = new List<string>();
        desk.Page.Console += (_, message) => complaints.Add(message.Text);
        await desk.Page.Keyboard.TypeAsync("Typed");
        await desk.PressAsync("Control+a", "Delete");

        await desk.PasteAsync(html, "plain");
        await Assertions.Expect(desk.Editor).Not.ToHaveTextAsync("");
        (await desk.StoredAsync()).ShouldBe(markdown, from);
        await desk.PressAsync("Control+z");

        (await desk.StoredAsync()).ShouldBe("");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_window_sees_it_and_what_is_written_meanwhile_stays_apart()
    {
        var desk = await Desk.StartAsync(app, chromium, "Before after");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, desk.Number);
        await desk.PressAsync("Control+Home", "Control+ArrowRight");

        await desk.PasteAsync("<h3>Middle</h3><p>It <em>was</em>.</p>", "Middle");

        await Assertions.Expect(grace.Editor).ToContainTextAsync("It *was*.");
        (await desk.StoredAsync()).ShouldBe("Before\n\n### Middle\n\nIt *was*.\n\n after");
    }

    [Fact]
    public async Task Words_copied_with_the_space_beside_them_do_not_stick_to_their_neighbours()
    {
        var desk = await Desk.StartAsync(app, chromium, "before after");
        await desk.PressAsync("Control+End", "Control+ArrowLeft");

        await desk.PasteAsync("<b>bold</b> word ", "bold word ");

        await Assertions.Expect(desk.Editor).ToHaveTextAsync("before **bold** word after");
    }

    [Fact]
    public async Task Code_and_whoever_presses_Shift_get_plain_text()
    {
        var desk = await Desk.StartAsync(app, chromium, "```\n\n```");
        await desk.PressAsync("Control+Home", "ArrowDown");
        await desk.PasteAsync("<b>bold</b>", "bold");
        (await desk.StoredAsync()).ShouldBe("```\nbold\n```");

        await desk.PressAsync("Control+End", "Enter", "Enter", "Control+Shift+v");
        await desk.PasteAsync("<b>bold</b>", "plain");

        (await desk.StoredAsync()).ShouldBe("```\nbold\n```\n\nplain");
    }

    [Fact]
    public async Task What_is_too_large_to_convert_comes_as_its_text_and_says_so()
    {
        var desk = await Desk.StartAsync(app, chromium, "");

        await desk.Editor.EvaluateAsync("""
            editor => {
              const clipboard = new DataTransfer();
              clipboard.setData("text/html", "<i>" + "<b></b>".repeat(800_000) + "words</i>");
              clipboard.setData("text/plain", "words");
              editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(desk.Page.Locator(".writing-said")).ToHaveTextAsync("What you pasted has more than 5 MB of formatting. It came as plain text.");
        (await desk.StoredAsync()).ShouldBe("words");
    }
}
