using Postmortems.Language.Promises;

namespace Postmortems.Tests.ActionItems;

public class PromiseQuestionsTests
{
    [Theory]
    [InlineData("Investigate why retries pile up", "open-look", "Investigate")]
    [InlineData("improve monitoring of the queue", "better", "improve")]
    [InlineData("- Look into the flaky probe", "open-look", "Look into")]
    [InlineData("Consider a second region", "intention", "Consider")]
    [InlineData("Make sure that backups run", "assurance", "Make sure")]
    [InlineData("Be more careful with manual deploys", "care", "Be more careful")]
    [InlineData("Don’t forget the feature flag", "memory", "Don't forget")]
    [InlineData("Retrain the team on rollbacks", "training", "Retrain")]
    [InlineData("Double-check limits before a sale", "second-look", "Double-check")]
    [InlineData("Add timeouts to all services", "scope", "all services")]
    public void Ask_about_a_title_without_an_end(string title, string rule, string match)
    {
        var question = PromiseQuestions.About(title, "", hasOwner: true, hasCauses: true)[0];

        (question.Rule, question.Field, question.Match).ShouldBe((rule, "title", match));
        question.Question.ShouldEndWith(question.Question.Contains('?') ? "" : ".");
    }

    [Theory]
    [InlineData("Alert on failed label requests, not only on slow ones")]
    [InlineData("Pool size follows the number of pods")]
    [InlineData("Add automated presubmit check for schema changes")]
    [InlineData("Take care of retries in the importer")]
    [InlineData("Train model weights are pinned by digest")]
    [InlineData("Reviewed limits are stored beside the code")]
    public void Leave_a_plain_title_alone(string title) =>
        PromiseQuestions.About(title, "", hasOwner: true, hasCauses: true).ShouldAllBe(question => question.Field != "title");

    [Fact]
    public void Are_silent_about_the_start_once_the_end_can_be_checked()
    {
        PromiseQuestions.About("Investigate the slow query", "Written down with a decision by 1 December", hasOwner: true, hasCauses: true).ShouldBeEmpty();
        PromiseQuestions.About("Be more careful with deploys", "Everybody has been told in the weekly", hasOwner: true, hasCauses: true).ShouldHaveSingleItem().Rule.ShouldBe("care");
    }

    [Fact]
    public void Ask_for_what_is_missing() =>
        PromiseQuestions.About("Pool size follows the pods", "soon", hasOwner: false, hasCauses: false).Select(question => question.Field).ShouldBe(["done-when", "owner", "causes"]);

    [Fact]
    public void Take_a_number_in_the_title_for_an_end() =>
        PromiseQuestions.About("Alert when more than 1 % of requests fail", "", hasOwner: true, hasCauses: true).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Say_nothing_about_a_title_that_is_not_there(string title) =>
        PromiseQuestions.About(title, "", hasOwner: true, hasCauses: true).ShouldAllBe(question => question.Field != "title");

    [Fact]
    public void Suggest_to_part_a_title_that_says_too_much() =>
        PromiseQuestions.About(string.Join(' ', Enumerable.Repeat("word", 36)), "", hasOwner: true, hasCauses: true)[0].Rule.ShouldBe("long");
}
