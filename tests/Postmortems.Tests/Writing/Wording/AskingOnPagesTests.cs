using System.Text.Json;
using AngleSharp.Dom;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Wording;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Wording;

public sealed class AskingOnPagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private const string Text = "## Summary\n\nThe outage was human error, people said.\n";

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    [Theory]
    [InlineData("")]
    [InlineData("?view=read")]
    public async Task Before_a_review_a_page_says_what_is_open_and_no_more_once_it_is_answered(string view)
    {
        var number = await Window.DraftAsync(app, Text);
        using var ada = app.ClientFor(app.Ada);

        using var open = await ada.PageAsync($"/postmortems/{number}{view}");
        var about = OpenQuestions.Asked(Text, coached: false)[0].About;
        await app.UseCase<AnswerWording>().RunAsync(Ada, number, Guid.CreateVersion7(), WordingAnswerKind.NotBlame, about, null);
        using var answered = await ada.PageAsync($"/postmortems/{number}{view}");

        open.QuerySelector("[data-wording-open]:not([hidden])")!.TextContent.Trim().ShouldBe("1 question about the wording is open");
        open.QuerySelector(".wording:not([hidden]) li q")!.TextContent.ShouldBe("human error");
        answered.QuerySelector("[data-wording-open]:not([hidden])").ShouldBeNull();
        answered.QuerySelector(".wording:not([hidden])").ShouldBeNull();
    }

    [Fact]
    public async Task Open_questions_hold_no_review_back_and_readers_and_published_texts_are_not_asked()
    {
        var number = await Window.DraftAsync(app, Text);
        using var eve = app.ClientFor(app.Eve);
        using var seen = await eve.PageAsync($"/postmortems/{number}");
        var view = (await app.UseCase<ReadPostmortem>().RunAsync(Ada, number))!;

        seen.QuerySelector(".wording").ShouldBeNull();
        view.Wording.Count.ShouldBe(1);
        view.Readiness.Needed.Select(line => line.Sentence).ShouldNotContain(line => line.Contains("question", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Below_the_field_of_a_cause_stands_a_question_about_its_words_without_scripts_too()
    {
        var number = await Window.DraftAsync(app, Text);
        using var ada = app.ClientFor(app.Ada);

        using var asked = await ada.PageAsync($"/postmortems/{number}/causes/new?words={Uri.EscapeDataString("The outage was human error.")}");
        using var calm = await ada.PageAsync($"/postmortems/{number}/causes/new?words={Uri.EscapeDataString("The pool has a fixed size.")}");

        asked.QuerySelector(".asked-below .beside-question")!.TextContent.ShouldStartWith("human error");
        calm.QuerySelector(".beside-question").ShouldBeNull();
    }

    [Fact]
    public async Task A_question_rests_once_what_answers_it_is_stored_as_a_cause()
    {
        var number = await Window.DraftAsync(app, Text);
        using var ada = app.ClientFor(app.Ada);

        using var form = await ada.PageAsync($"/postmortems/{number}/causes/new?words=The+form+takes+any+zone.&asked={Asked()}");
        var before = await WordingOfAsync(number);
        using var refused = await ada.SubmitAsync(form, "form:has([name='Form.Statement'])", ("Form.Statement", ""));
        var afterRefusal = await WordingOfAsync(number);
        using var sent = await ada.SubmitAsync(form, "form:has([name='Form.Statement'])");
        using var again = await ada.SubmitAsync(form, "form:has([name='Form.Statement'])");
        var view = (await app.UseCase<CheckWording>().RunAsync(Ada, number, Text))!;

        (before, afterRefusal, view.Open.Count).ShouldBe((1, 1, 0));
        view.Answered.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            answer => answer.Kind.ShouldBe(WordingAnswerKind.BecameCause),
            answer => answer.Reason.ShouldBe("The form takes any zone."));

        await app.UseCase<TakeBackWordingAnswer>().RunAsync(Ada, number, view.Answered[0].Id);
        (await WordingOfAsync(number)).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_nobody_can_read_keeps_no_cause_back()
    {
        var number = await Window.DraftAsync(app, Text);
        using var ada = app.ClientFor(app.Ada);

        using var form = await ada.PageAsync($"/postmortems/{number}/causes/new?words=The+form+takes+any+zone.&asked=nonsense");
        using var sent = await ada.SubmitAsync(form, "form:has([name='Form.Statement'])");
        using var causes = await ada.PageAsync($"/postmortems/{number}/causes");

        causes.Body!.TextContent.ShouldContain("The form takes any zone.");
        (await WordingOfAsync(number)).ShouldBe(1);
    }

    [Fact]
    public async Task A_question_rests_once_what_answers_it_is_a_decision_of_the_timeline()
    {
        var number = await Window.DraftAsync(app, Text);
        var incident = (await app.UseCase<ReadPostmortem>().RunAsync(Ada, number))!.Head.Incidents[0].Number;
        using var ada = app.ClientFor(app.Ada);

        using var form = await ada.PageAsync($"/incidents/{incident}/timeline/new?kind=Decision&postmortem={number}&words=We+kept+the+old+zone.&asked={Asked()}");
        using var sent = await ada.SubmitAsync(form, "form:has([name='Form.Text'])");
        var view = (await app.UseCase<CheckWording>().RunAsync(Ada, number, Text))!;

        view.Open.ShouldBeEmpty();
        view.Answered.ShouldHaveSingleItem().Kind.ShouldBe(WordingAnswerKind.BecameDecision);
    }

    [Fact]
    public async Task A_choice_to_be_coached_is_made_on_the_account_page()
    {
        using var grace = app.ClientFor(app.Grace);
        using var account = await grace.PageAsync("/account");
        using var sent = await grace.SubmitAsync(account, "form[action='/account/coaching']", ("on", "on"));
        using var after = await grace.PageAsync("/account");
        using var eve = app.ClientFor(app.Eve);
        using var viewer = await eve.PageAsync("/account");

        after.QuerySelector("form[action='/account/coaching'] input[name=on]")!.IsChecked().ShouldBeTrue();
        viewer.QuerySelector("form[action='/account/coaching']").ShouldBeNull();
    }

    private static string Asked()
    {
        var about = OpenQuestions.Asked(Text, coached: false)[0].About;
        return Uri.EscapeDataString(JsonSerializer.Serialize(new { id = Guid.CreateVersion7(), rule = about.Rule, phrase = about.Phrase, before = about.Before, after = about.After }));
    }

    private async Task<int> WordingOfAsync(int number) => (await app.UseCase<ReadPostmortem>().RunAsync(Ada, number))!.Wording.Count;
}
