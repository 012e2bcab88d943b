namespace Postmortems.Formats.Tests;

public class ReadingDaysWithoutYearTests
{
    private const string Text = """
        # Queue stopped on 31 December

        ## Timeline (UTC)

        - 31 Dec 23:50 alarm
        - 1 Jan 00:20 the queue runs
        """;

    [Fact]
    public void They_stay_as_they_are_written()
    {
        var read = DocumentReader.Read("a.md", Text);

        read.LacksYear.ShouldBeTrue();
        read.Date.ShouldBeNull();
        read.Timeline.ShouldAllBe(entry => entry.When.Day == null && entry.When.Instant == null);
        read.Timeline[0].When.AsWritten.ShouldBe("31 Dec 23:50");
        read.Warnings.ShouldContain("The document states days without a year; they were kept as they are written.");
    }

    [Fact]
    public void They_become_days_when_the_year_is_told()
    {
        var read = DocumentReader.Read("a.md", Text, year: 2025);

        read.Date.ShouldBe(new DateOnly(2025, 12, 31));
        read.Timeline.Select(entry => entry.When.Instant!.Value.UtcDateTime).ShouldBe([new DateTime(2025, 12, 31, 23, 50, 0), new DateTime(2026, 1, 1, 0, 20, 0)]);
    }

    [Theory]
    [InlineData("# Queue stopped on 31 December 2021\n\n## Timeline\n\n- 31 Dec 23:50 alarm", "a.md")]
    [InlineData("# Queue stopped\n\n## Timeline\n\n- 31 Dec 23:50 alarm", "2021-12-31-queue.md")]
    public void A_year_that_the_document_tells_is_not_asked_for_and_not_overruled(string text, string name)
    {
        DocumentReader.Read(name, text).LacksYear.ShouldBeFalse();

        var read = DocumentReader.Read(name, text, year: 2025);

        read.Date.ShouldBe(new DateOnly(2021, 12, 31));
        read.Timeline.Single().When.Day.ShouldBe(new DateOnly(2021, 12, 31));
    }

    [Fact]
    public void A_document_without_any_day_lacks_no_year() => DocumentReader.Read("a.md", "# Queue stopped\n\n## Timeline\n\n- 23:50 alarm").LacksYear.ShouldBeFalse();
}
