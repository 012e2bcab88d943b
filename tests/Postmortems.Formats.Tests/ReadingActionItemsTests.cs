using System.Globalization;

namespace Postmortems.Formats.Tests;

public class ReadingActionItemsTests
{
    [Fact]
    public void Reads_a_table()
    {
        var items = Fixture.Read("checkout-slow.md").ActionItems;

        items.Select(item => item with { Lines = new LineSpan(0, 0) }).ShouldBe(
        [
            new()
            {
                Title = "Cap connections per host", Type = "prevent", Owner = "@ada", Link = "https://tracker.example.org/PAY-31",
                Due = new DateOnly(2026, 3, 20), Status = "done", Lines = new LineSpan(0, 0),
            },
            new()
            {
                Title = "Alert on ledger connections above 80 %", Type = "detect", Owner = "Grace Okafor", Link = "https://tracker.example.org/PAY-32",
                Due = new DateOnly(2026, 4, 1), Status = "in-progress", Lines = new LineSpan(0, 0),
            },
            new() { Title = "Write a runbook for a full ledger", Type = "process", Lines = new LineSpan(0, 0) },
        ]);
    }

    [Fact]
    public void Reads_checkboxes_with_owner_and_due_date()
    {
        var items = Fixture.Read("chat-down.md").ActionItems;

        items.Select(item => (item.Status, item.Owner, item.Due)).ShouldBe(
        [
            ("done", null, null),
            ("open", "Eve Lindqvist", new DateOnly(2026, 6, 30)),
            ("wont-do", null, null),
        ]);
        items[2].Title.ShouldBe("Move chat to another cluster");
    }

    [Theory]
    [InlineData("- [DONE] text", "text", "done")]
    [InlineData("- **TODO:** text", "text", "open")]
    [InlineData("- ✅ text", "text", "done")]
    [InlineData("- text (completed)", "text", "done")]
    [InlineData("- text - In Progress", "text", "in-progress")]
    [InlineData("- ~~text~~", "text", "done")]
    [InlineData("- text", "text", null)]
    [InlineData("- Fixed income reports need an owner", "Fixed income reports need an owner", null)]
    public void Reads_the_state_in_the_words(string line, string title, string? status)
    {
        var item = Read(line).ShouldHaveSingleItem();

        item.Title.ShouldBe(title);
        item.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("- @eve: text", "@eve")]
    [InlineData("- text (@eve)", "@eve")]
    [InlineData("- text. Owner: Eve Lindqvist", "Eve Lindqvist")]
    [InlineData("- ask @eve about it", null)]
    public void Reads_the_owner_only_where_it_is_said(string line, string? owner) => Read(line).ShouldHaveSingleItem().Owner.ShouldBe(owner);

    [Theory]
    [InlineData("Cap it (@ada, due 2024-05-01)", "Cap it", "@ada", "2024-05-01")]
    [InlineData("Cap it (owner: Grace Okafor)", "Cap it", "Grace Okafor", null)]
    [InlineData("Cap it (**Owner:** Grace; Due: 1 May 2024) [OPS-1](https://t.example/OPS-1)", "Cap it [OPS-1](https://t.example/OPS-1)", "Grace", "2024-05-01")]
    [InlineData("Cap it [owner: Eve]", "Cap it", "Eve", null)]
    [InlineData("Cap it (@ada, @bob)", "Cap it", "@ada, @bob", null)]
    [InlineData("Cap it. Owner: Eve Lindqvist, due 2024-06-01", "Cap it", "Eve Lindqvist", "2024-06-01")]
    [InlineData("@eve: cap it", "cap it", "@eve", null)]
    [InlineData("Cap it (see docs, due 2024-05-01)", "Cap it (see docs)", null, "2024-05-01")]
    [InlineData("Cap it (due 5 May)", "Cap it (due 5 May)", null, null)]
    [InlineData("Ask (@ada and friends) for help", "Ask (@ada and friends) for help", null, null)]
    [InlineData("(owner: Ada)", "(owner: Ada)", "Ada", null)]
    public void Takes_out_of_the_title_only_the_owner_and_the_day_that_it_understood(string line, string title, string? owner, string? due)
    {
        var item = Read("- " + line).ShouldHaveSingleItem();

        (item.Title, item.Owner, item.Due?.ToString("O", CultureInfo.InvariantCulture)).ShouldBe((title, owner, due));
    }

    [Fact]
    public void Takes_items_below_subheadings_and_groups()
    {
        var items = Read("### Monitoring", "", "- a thing to watch", "", "### Detection", "", "Queue:", "", "- page on age", "- Limits", "  - cap the age", "  - cap the size");

        items.Select(item => item.Title).ShouldBe(["a thing to watch", "page on age", "cap the age", "cap the size"]);
    }

    [Fact]
    public void Takes_lines_that_each_begin_a_sentence_but_no_prose()
    {
        Read("Test the pool under load", "Alert on the size of the pool").Select(item => item.Title).ShouldBe(["Test the pool under load", "Alert on the size of the pool"]);

        Read("We should have tested the pool under", "load before the release.").ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_lists_of_other_sections_alone() =>
        DocumentReader.Read("a.md", "# Queue stopped\n\n## Impact\n\n- Orders were late\n\n## Resolution\n\n1. Restarted\n").ActionItems.ShouldBeEmpty();

    private static IReadOnlyList<ReadActionItem> Read(params string[] lines) =>
        DocumentReader.Read("a.md", "# Queue stopped\n\n## Action items\n\n" + string.Join('\n', lines)).ActionItems;
}
