namespace Postmortems.Language.Tests;

public class AskingAboutActionItemsTests
{
    public static TheoryData<string, string> Asking => Of(rule => rule.Asks);

    public static TheoryData<string, string> Silent => Of(rule => rule.Silent);

    [Theory]
    [MemberData(nameof(Asking))]
    public void Every_rule_asks_in_items_and_tables_below_their_heading(string rule, string item)
    {
        Alone(rule, $"## Action items\n\n- [ ] {item}\n").ShouldHaveSingleItem().Rule.Id.ShouldBe(rule);
        Alone(rule, $"**Follow-ups:**\n\n1. Ada: {item}\n").ShouldHaveSingleItem();
        Alone(rule, $"# Next steps\n\n| Action | Owner |\n|---|---|\n| {item} | Ada |\n").ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void No_rule_asks_elsewhere(string rule, string item)
    {
        Alone(rule, $"## What happened\n\n- {item}\n").ShouldBeEmpty();
        Alone(rule, $"## Actions taken\n\n- {item}\n").ShouldBeEmpty();
        Alone(rule, $"## Action items\n\n{item}\n").ShouldBeEmpty();
        Alone(rule, $"## Action items\n\n| Item | Team |\n|---|---|\n| Pin the image | {item} |\n").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void Every_rule_leaves_a_plain_promise_alone(string rule, string item) =>
        Alone(rule, $"## Action items\n\n- {item}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("- Investigate the queue by 12 March")]
    [InlineData("- Improve start-up to under 30 seconds")]
    [InlineData("- [x] Review the limits")]
    [InlineData("- ~~Consider a second region~~")]
    [InlineData("- Monitor the queue (done)")]
    [InlineData("- Improve detection:\n  - Alert on the age of the queue")]
    [InlineData("| Task | Due |\n|---|---|\n| Investigate the queue | 2031-02-01 |")]
    [InlineData("| Review | Plan |\n|---|---|\n| Pin the image | Add a lock |")]
    public void Nobody_is_asked_for_an_end_that_is_told(string items) =>
        LanguageCheck.Of($"## Action items\n\n{items}\n", coach: true).ShouldNotContain(finding => finding.Rule.Category == "action-item");

    [Fact]
    public void The_question_points_at_the_words_and_comes_only_in_coach_mode()
    {
        const string Text = "## Action items\n\n- 🙂 **We should look into** the spool\n";
        var finding = LanguageCheck.Of(Text, coach: true).ShouldHaveSingleItem();

        Text.Substring(finding.Start, finding.Length).ShouldBe("look into");
        (finding.Match, finding.Rule.Id).ShouldBe(("look into", "action-item/open-look"));
        LanguageCheck.Of(Text).ShouldBeEmpty();
        LanguageCheck.Of(Text, new CheckSettings { Coach = true, RulesOff = ["action-item"] }).ShouldBeEmpty();
    }

    private static IReadOnlyList<Finding> Alone(string rule, string text) =>
        LanguageCheck.Of(text, new CheckSettings { Coach = true, RulesOff = [.. Rules.Shipped.Select(other => other.Id).Where(id => id != rule)], Language = "en" });

    private static TheoryData<string, string> Of(Func<Rule, IReadOnlyList<string>> titles)
    {
        var data = new TheoryData<string, string>();

        foreach (var rule in Rules.Shipped.Where(rule => rule.Category == "action-item"))
        {
            foreach (var title in titles(rule))
            {
                data.Add(rule.Id, title);
            }
        }

        return data;
    }
}
