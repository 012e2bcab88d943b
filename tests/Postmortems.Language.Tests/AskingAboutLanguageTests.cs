using Postmortems.Language;

namespace Postmortems.Language.Tests;

public class AskingAboutLanguageTests
{
    [Theory]
    [InlineData("The outage was put down to human error.", "label/human-error")]
    [InlineData("The engineer should have checked the pool first.", "hindsight/should-have")]
    [InlineData("Later the on-call engineer also failed to notice the page.", "blame/failed-to")]
    [InlineData("The responder mistakenly restarted the wrong pod.", "blame/slip")]
    [InlineData("It was caused by a developer.", "blame/caused-by-person")]
    [InlineData("The operator was careless.", "blame/character")]
    [InlineData("There was a lack of attention that night.", "label/lack-of")]
    [InlineData("Failure to follow the runbook made it longer.", "label/failure-to")]
    [InlineData("Next time we will be more careful.", "fix/be-careful")]
    [InlineData("A careless deploy began it.", "blame/character")]
    public void Asks_where_a_person_hides_what_happened(string sentence, string rule) =>
        LanguageCheck.Of(sentence).ShouldHaveSingleItem().Rule.Id.ShouldBe(rule);

    [Theory]
    [InlineData("The error budget of the operator console was used up.")]
    [InlineData("The job failed to connect to the database.")]
    [InlineData("The alert should have fired at 14:02.")]
    [InlineData("Users failed to sign in for ten minutes.")]
    [InlineData("This was not human error: the two consoles look alike.")]
    [InlineData("Run `the engineer should have checked` in the console.")]
    [InlineData("> The engineer should have checked.")]
    [InlineData("The report said “the engineer should have checked” and we disagree.")]
    [InlineData("```\nthe engineer should have checked\n```")]
    [InlineData("The operator pod restarted twice.")]
    public void Is_silent_about_machines_quotations_and_code(string text) => LanguageCheck.Of(text).ShouldBeEmpty();

    [Fact]
    public void Points_at_the_phrase_to_the_unit()
    {
        const string Text = "# Größe 🙂\n\nFirst line.\nThen the engineer should have waited 🙂.";

        var finding = LanguageCheck.Of(Text).ShouldHaveSingleItem();

        Text.Substring(finding.Start, finding.Length).ShouldBe(finding.Match);
        finding.Match.ShouldBe("the engineer should have waited");
    }

    [Fact]
    public void Keeps_small_habits_for_those_who_ask_to_be_coached()
    {
        LanguageCheck.Of("The root cause was a full disk.").ShouldBeEmpty();
        LanguageCheck.Of("The root cause was a full disk.", coach: true).ShouldHaveSingleItem().Rule.Id.ShouldBe("frame/root-cause");
    }

    [Theory]
    [InlineData("the ")]
    [InlineData("the engineer also ")]
    [InlineData("> ")]
    [InlineData("\"")]
    [InlineData("*_[(")]
    public void Reads_hostile_lines(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + " should have gone";

        Should.NotThrow(() => LanguageCheck.Of(text, coach: true));
    }
}
