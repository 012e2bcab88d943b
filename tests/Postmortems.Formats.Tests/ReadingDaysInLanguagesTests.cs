namespace Postmortems.Formats.Tests;

public class ReadingDaysInLanguagesTests
{
    [Theory]
    [InlineData("4 March 2026")]
    [InlineData("4. März 2026")]
    [InlineData("4 mars 2026")]
    [InlineData("4 de marzo de 2026")]
    [InlineData("4 de março de 2026")]
    [InlineData("4 marzo 2026")]
    [InlineData("4 maart 2026")]
    [InlineData("4 marca 2026")]
    [InlineData("4 марта 2026")]
    [InlineData("2026年3月4日")]
    public void Reads_a_day_whose_month_is_a_word(string written) =>
        DocumentReader.Read("a.md", $"# Queue stopped\n\nDate: {written}\n").Date.ShouldBe(new DateOnly(2026, 3, 4));

    [Fact]
    public void A_day_in_the_title_counts_more_than_the_name_of_the_file() =>
        DocumentReader.Read("2026-02-20-queue.md", "# Queue stopped on 2026-03-04\n\nIt stopped.\n").Date.ShouldBe(new DateOnly(2026, 3, 4));
}
