namespace Postmortems.Formats.Tests;

/// <summary>What people leave out, put elsewhere or copy from the document before.</summary>
public class ReadingLooseHabitsTests
{
    [Fact]
    public void Takes_two_timed_lines_without_a_heading_for_a_timeline_and_says_so()
    {
        var read = Read("The queue stopped.", "", "- 14:05 UTC the first order is late", "- 14:09 UTC Ada is paged");

        read.Timeline.Select(entry => entry.Text).ShouldBe(["the first order is late", "Ada is paged"]);
        read.Warnings.ShouldContain("No heading names a timeline; 2 entries that begin with a time were taken for one.");
    }

    [Theory]
    [InlineData("- 14:05 UTC the first order is late")]
    [InlineData("- 14:05 UTC the first order is late\n- nobody was paged\n- the queue has 3 workers")]
    public void Takes_one_time_among_other_words_for_no_timeline(string list) =>
        Read("The queue stopped.", "", list).Timeline.ShouldBeEmpty();

    [Fact]
    public void Takes_the_only_zone_that_the_text_names_and_says_so()
    {
        var read = Read("Orders were late from 14:05 to 14:40 UTC.", "", "## Timeline", "", "- 14:05 late", "- 14:40 on time");

        read.Timeline[0].When.Instant.ShouldBe(new DateTimeOffset(2026, 5, 4, 14, 5, 0, TimeSpan.Zero));
        read.Warnings.ShouldContain("2 times in the timeline name no zone; UTC, the only one that the text names, was taken.");
    }

    [Fact]
    public void Chooses_none_of_two_zones()
    {
        var read = Read("Orders were late from 14:05 UTC (16:05 CEST).", "", "## Timeline", "", "- 14:05 late", "- 14:40 on time");

        read.Timeline[0].When.Instant.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-05-04-queue.md", "# 2026-01-09, queue stopped", "2026-05-04 09:00", "2026-05-04")]
    [InlineData("2026-05-08-queue.md", "# 2026-05-04, queue stopped", "2026-05-04 09:00", "2026-05-04")]
    [InlineData("2026-05-08-queue.md", "# Queue stopped", "2025-11-02 09:00", "2025-11-02")]
    [InlineData("2026-05-04-queue.md", "# Queue stopped\n\nThe load rose after April 28.", "2026-05-04 09:00", "2026-05-04")]
    public void Takes_the_day_of_which_the_timeline_tells(string name, string top, string first, string day) =>
        DocumentReader.Read(name, $"{top}\n\n## Timeline\n\n- {first} late\n- 2026-05-05 10:00 on time\n").Date
            .ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Says_when_the_timeline_does_not_tell_of_the_day_in_the_title() =>
        DocumentReader.Read("2026-05-04-queue.md", "# 2026-01-09, queue stopped\n\n## Timeline\n\n- 2026-05-04 09:00 late\n").Warnings
            .ShouldContain("The title states 2026-01-09, of which the timeline does not tell; 2026-05-04 was taken, the date in the file's name.");

    [Fact]
    public void Reads_a_day_in_bold_with_its_colon_and_days_from_to()
    {
        var entries = Fixture.Timeline("1. **Monday, 4 May 2026:** The report came in", "2. **2026-05-04** to **2026-05-06** It was quiet");

        entries.Select(entry => entry.Text).ShouldBe(["The report came in", "It was quiet"]);
    }

    [Theory]
    [InlineData("- 20260504T1405 late", 5)]
    [InlineData("- 20260504T140533 late", 5)]
    [InlineData("- 14:xx late", 0)]
    public void Reads_times_without_marks_and_hours_whose_minutes_nobody_knows(string line, int minute)
    {
        var when = Fixture.Entry(line).When;

        when.TimeOfDay!.Value.Hour.ShouldBe(14);
        when.TimeOfDay!.Value.Minute.ShouldBe(minute);
        when.Precision.ShouldBe(minute == 0 ? Precision.Hour : when.TimeOfDay!.Value.Second > 0 ? Precision.Second : Precision.Minute);
    }

    [Fact]
    public void Finds_a_part_that_was_indented_below_another()
    {
        var read = Read("- **Context**:", "  - The certificate had run out", "  - **Resolution**: A new one was issued");

        read.Sections["resolution"].ShouldBe("A new one was issued");
        read.Sections["narrative"].ShouldContain("The certificate had run out");
        read.Sections["narrative"].ShouldNotContain("A new one");
    }

    [Theory]
    [InlineData("**HIGH** Page on queue age", "Page on queue age", "HIGH", null)]
    [InlineData("[P1] Page on queue age", "Page on queue age", "P1", null)]
    [InlineData("P2: Page on queue age", "Page on queue age", "P2", null)]
    [InlineData("High load pages nobody", "High load pages nobody", null, null)]
    [InlineData("[low](https://ci.example/low) limits", "[low](https://ci.example/low) limits", null, null)]
    [InlineData("Status: Declined - Page on queue age", "Page on queue age", null, "wont-do")]
    [InlineData("Status: In progress Page on queue age", "Page on queue age", null, "in-progress")]
    public void Takes_priority_and_state_from_before_the_promise(string line, string title, string? priority, string? status)
    {
        var item = Read("## Action items", "", "- " + line).ActionItems.ShouldHaveSingleItem();

        (item.Title, item.Priority, item.Status).ShouldBe((title, priority, status));
    }

    [Theory]
    [InlineData("We will page on the age of the queue (done).", "We will page on the age of the queue", "done")]
    [InlineData("Page on the age of the queue, as we are going to do for all queues.", "Page on the age of the queue, as we are going to do for all queues.", null)]
    public void Takes_one_promise_below_its_heading_without_a_list(string words, string title, string? status)
    {
        var item = Read("## Action items", "", words).ActionItems.ShouldHaveSingleItem();

        (item.Title.TrimEnd('.'), item.Status).ShouldBe((title.TrimEnd('.'), status));
    }

    [Theory]
    [InlineData("None so far.")]
    [InlineData("We should have paged on the age of the queue.")]
    [InlineData("The queue was slow. Ada saw it. Grace did not. It will be fine.")]
    public void Takes_no_other_sentence_for_a_promise(string words) => Read("## Action items", "", words).ActionItems.ShouldBeEmpty();

    [Fact]
    public void Reads_promises_below_a_heading_that_names_lessons_too() =>
        Read("## Lessons learned and future improvements", "", "- Page on queue age").ActionItems.ShouldHaveSingleItem().Title.ShouldBe("Page on queue age");

    [Fact]
    public void Parts_a_timeline_from_promises_in_one_list()
    {
        var read = Read("- 2026-05-04 14:05 late", "- 2026-05-04 14:30 restarted", "- 2026-05-04 14:40 on time", "- Status: Done - Page on queue age");

        read.ActionItems.ShouldHaveSingleItem().Title.ShouldBe("Page on queue age");
    }

    [Theory]
    [InlineData("0a1b2c3d__20260504-maps.txt", "20260504 maps")]
    [InlineData("19651008__20260504-mail_queue.txt", "Mail queue")]
    [InlineData("20260504-mail-queue.txt", "Mail queue")]
    public void Names_a_document_after_its_file_so_that_it_can_be_told_from_others(string file, string title) =>
        DocumentReader.Read(file, "It was late.").Title.ShouldBe(title);

    private static ReadDocument Read(params string[] lines) => DocumentReader.Read("a.md", "# Queue stopped on 2026-05-04\n\n" + string.Join('\n', lines));
}
