namespace Postmortems.Formats.Tests;

public class ReadingADocumentTests
{
    [Fact]
    public void Finds_every_field_of_a_full_postmortem()
    {
        var read = Fixture.Read("checkout-slow.md");

        read.Format.ShouldBe("markdown");
        read.Title.ShouldBe("Checkout slow for card payments (incident #214)");
        read.Date.ShouldBe(new DateOnly(2026, 3, 9));
        read.Severity.ShouldBe("SEV-2");
        read.Zone.ShouldBe("UTC");
        read.People.ShouldBe(["Ada Brandt", "Grace Okafor"]);
        read.Sections.Keys.ShouldBe(
            ["summary", "impact", "rootCause", "trigger", "resolution", "detection", "actionItems", "lessons", "timeline", "supporting"]);
        read.Sections["impact"].ShouldBe("One payment in six was given up by the customer.");
        read.Sections["lessons"].ShouldBe(
            "### What went well\n\n- The alert came before the first complaint.\n\n### What went wrong\n\n- Nobody knew the limit of the ledger.\n\n### Where we got lucky\n\n- It was not a Friday.");
        read.Causes.Select(cause => (cause.Role, cause.Text)).ShouldBe(
        [
            ("root", "The connection pool was sized per process, and the number of processes had doubled."),
            ("root", "No limit stood between the payment workers and the ledger."),
            ("trigger", "The rollout of release 88 doubled the processes."),
        ]);
        read.Warnings.ShouldBeEmpty();
        read.Unread.ShouldBeEmpty();
    }

    [Fact]
    public void Says_which_lines_each_field_came_from()
    {
        var read = Fixture.Read("checkout-slow.md");

        read.Sources["title"].ShouldBe(new LineSpan(1, 1));
        read.Sources["severity"].ShouldBe(new LineSpan(6, 6));
        read.Sources["sections.impact"].ShouldBe(new LineSpan(12, 14));
        read.Timeline[0].Lines.ShouldBe(new LineSpan(59, 59));
        read.ActionItems[0].Lines.ShouldBe(new LineSpan(37, 37));
    }

    [Fact]
    public void Takes_sections_from_labels_in_a_list()
    {
        var read = Fixture.Read("dns-zone-lost.html.md.erb");

        read.Format.ShouldBe("markdown");
        read.Sections.Keys.ShouldBe(["timeline", "detection", "impact", "narrative", "resolution", "actionItems"]);
        read.Sections["narrative"].ShouldBe("The zone was created by hand years ago,\nand a clean-up took it for unused.\n\n```\ndig intranet.example.org\n```");
        read.Sections["resolution"].ShouldBe("The zone was created again from a backup.");
        read.Unread.ShouldHaveSingleItem().Heading.ShouldBe("Time to repair");
    }

    [Fact]
    public void Takes_sections_from_bold_lines_and_the_title_below_the_kind_of_document()
    {
        var read = Fixture.Read("rack-power.md");

        read.Title.ShouldBe("Rack 12 lost power");
        read.Date.ShouldBe(new DateOnly(2026, 5, 26));
        read.Sections.Keys.ShouldBe(["narrative", "timeline", "lessons", "actionItems"]);
        read.ActionItems.Select(item => (item.Title, item.Type)).ShouldBe([("Measure both feeds", "detect"), ("Page when one feed is lost", "detect")]);
    }

    [Fact]
    public void Takes_what_a_table_of_fields_says()
    {
        var read = Fixture.Read("INC-88.md");

        read.Title.ShouldBe("Sign-in refused everybody");
        read.Date.ShouldBe(new DateOnly(2026, 4, 2));
        read.Severity.ShouldBe("P1");
        read.Services.ShouldBe(["sign-in", "session-store"]);
        read.People.ShouldBe(["Ada Brandt"]);
        read.Times.Mitigated!.Instant.ShouldBe(new DateTimeOffset(2026, 4, 2, 10, 2, 0, TimeSpan.Zero));
        read.Timeline.Select(entry => (entry.When.Instant?.Hour, entry.Text)).ShouldBe([(9, "Sessions are lost"), (9, "Paged · Eve"), (null, "Restarted the store · Eve")]);
        read.ActionItems.ShouldHaveSingleItem().Title.ShouldBe("Add a replica");
        read.Warnings.ShouldBe(["The timeline names no zone; UTC, which the field \"start time\" names, was taken."]);
    }

    [Theory]
    [InlineData("warteschlange.md", new[] { "summary", "impact", "rootCause", "timeline", "actionItems" })]
    [InlineData("passerelle.md", new[] { "summary", "timeline", "rootCause", "actionItems" })]
    public void Knows_headings_of_other_languages(string name, string[] sections) =>
        Fixture.Read(name).Sections.Keys.ShouldBe(sections);

    [Fact]
    public void Passes_over_template_hints_and_comments()
    {
        var read = Fixture.Read("chat-down.md");

        read.Title.ShouldBe("Chat down after node loss");
        read.People.ShouldBe(["grace", "eve"]);
        read.Services.ShouldBe(["chat", "presence"]);
        read.Sections["impact"].ShouldBe("Nobody could write.");
        read.Causes.ShouldHaveSingleItem().Text.ShouldBe("The volume is bound to one node.");
        read.Body.ShouldContain("<!-- one line per task -->");
    }

    [Fact]
    public void Takes_a_lone_dash_for_nothing()
    {
        var read = Fixture.Read("log-shipping-stopped.md");

        read.Sections.Keys.ShouldNotContain("lessons");
        read.ActionItems.ShouldHaveSingleItem().Title.ShouldBe("Alert when no log arrives for ten minutes");
        read.People.ShouldBe(["AB", "GO"]);
    }

    [Theory]
    [InlineData("# The mail post&#x2011;mortem &amp; what followed", "The mail post\u2011mortem & what followed")]
    [InlineData("---\ntitle: Mail &amp; queue\n---\n", "Mail & queue")]
    public void Takes_a_title_for_what_its_entities_mean(string text, string title) =>
        DocumentReader.Read("a.md", text).Title.ShouldBe(title);

    [Theory]
    [InlineData("date = 2025-04-12\npath = \"2025/04/11/queue\"", "2025-04-12")]
    [InlineData("date = \"2025-04-12T09:00:00Z\"", "2025-04-12")]
    [InlineData("path = \"2025/04/11/queue\"", "2025-04-11")]
    [InlineData("path = \"/blog/2025/04/11/queue/\"", "2025-04-11")]
    public void Takes_the_day_from_the_front_matter_and_last_from_the_address_of_the_page(string fields, string day) =>
        DocumentReader.Read("a.md", $"+++\ntitle = \"Queue stopped\"\n{fields}\n+++\n\nThe queue stopped.").Date.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Believes_the_document_before_the_address_of_its_page() =>
        DocumentReader.Read("a.md", "+++\npath = \"2025/04/11/queue\"\n+++\n\n# Queue stopped on 2025-04-09\n").Date.ShouldBe(new DateOnly(2025, 4, 9));

    [Fact]
    public void Reads_a_page()
    {
        var read = Fixture.Read("search-index.html");

        read.Format.ShouldBe("html");
        read.Date.ShouldBe(new DateOnly(2026, 4, 21));
        read.Sections["summary"].ShouldBe("The search index was *empty* for a while.");
        read.Timeline.Select(entry => entry.Text).ShouldBe(
            ["The index was rebuilt by [job 7](https://ci.example.org/7).\nIt looked fine at first.", "Searches found nothing."]);
        read.Timeline[0].Lines.ShouldBe(new LineSpan(11, 14));
        read.ActionItems.Select(item => item.Title).ShouldBe(["Compare sizes before a swap", "Keep the old index for a day"]);
        read.Body.ShouldContain("| a\\|b | 0 |");
        read.Body.ShouldContain("\\<index> was swapped back.");
        read.Body.ShouldNotContain("alert(");
    }

    [Fact]
    public void Reads_plain_text_without_headings()
    {
        var read = Fixture.Read("20260218-mail-queue.txt");

        read.Format.ShouldBe("text");
        read.Title.ShouldBe("Mail queue");
        read.Date.ShouldBe(new DateOnly(2026, 2, 18));
        read.Timeline.Count.ShouldBe(3);
        read.Timeline[1].Text.ShouldBe("The relay is found to refuse us\n- We had changed the address the day before");
        read.ActionItems.Select(item => (item.Status, item.Title)).ShouldBe(
            [("done", "Put the relay's list under code"), ("open", "Tell the relay's owners before changing addresses")]);
    }

    [Fact]
    public void Reads_markdown_without_an_ending_and_wiki_text()
    {
        DocumentReader.Read("PM-7", "# Queue stopped\n\n## Impact\n\nNone.").Format.ShouldBe("markdown");

        var wiki = DocumentReader.Read("queue.mediawiki", "== Summary ==\nThe queue stopped.\n== Timeline ==\n* 2026-05-04 10:00 UTC stopped\n== Action items ==\n# '''Done''': Restart\n");
        wiki.Format.ShouldBe("text");
        wiki.Sections["summary"].ShouldBe("The queue stopped.");
        wiki.Timeline.ShouldHaveSingleItem().Text.ShouldBe("stopped");
        wiki.ActionItems.ShouldHaveSingleItem().Status.ShouldBe("done");
    }
}
