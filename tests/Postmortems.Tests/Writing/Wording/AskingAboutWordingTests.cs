using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;
using Postmortems.Web.Writing.Wording;

namespace Postmortems.Tests.Writing.Wording;

public sealed class AskingAboutWordingTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private const string Text = "## Summary 🚚\n\nThe outage was human error, people said.\n\nLater, in the review, it was human error again.\n";

    private int number;
    private HttpClient ada = null!;
    private HttpClient grace = null!;

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "Something else.");
        ada = app.ClientFor(app.Ada);
        grace = app.ClientFor(app.Grace);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Asks_about_the_text_that_is_sent_in_utf_16_units_and_keeps_nothing()
    {
        var told = await CheckAsync(ada, Text);

        told.Open.Select(question => (question.Rule, question.Phrase)).ShouldBe([("label/human-error", "human error"), ("label/human-error", "human error")]);
        told.Open.ShouldAllBe(question => Text.Substring(question.Start, question.Length) == question.Phrase && question.Why.Length > 0 && question.Question.EndsWith('?'));
        told.Open[0].Before.ShouldBe("The outage was");
        (await new Window(ada, number).ReadAsync()).Text.ShouldBe("Something else.");
    }

    [Fact]
    public async Task An_answer_is_about_one_place_is_seen_by_all_and_survives_what_is_written_beside_it()
    {
        var first = (await CheckAsync(ada, Text)).Open[0];
        (await AnswerAsync(ada, Guid.CreateVersion7(), "kept", first, "It is what was said.")).ShouldBe(HttpStatusCode.NoContent);

        var edited = Text.Replace("The outage was", "Much earlier, we all agreed, the outage was", StringComparison.Ordinal).Insert(0, "A first line.\n\n");
        var told = await CheckAsync(grace, edited);

        told.Open.ShouldHaveSingleItem().Start.ShouldBe(edited.LastIndexOf("human error", StringComparison.Ordinal));
        var answered = told.Answered.ShouldHaveSingleItem();
        (answered.Kind, answered.Phrase, answered.Reason, answered.By).ShouldBe(("kept", "human error", "It is what was said.", "Ada Okafor"));
    }

    [Fact]
    public async Task A_phrase_written_anew_elsewhere_is_asked_about_though_an_answer_was_given_to_another_like_it()
    {
        var first = (await CheckAsync(ada, Text)).Open[0];
        await AnswerAsync(ada, Guid.CreateVersion7(), "notBlame", first);

        (await CheckAsync(ada, "The backups rest unread; human error is what remains.")).Open.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_can_be_off_for_a_document_and_only_for_that()
    {
        var other = await Window.DraftAsync(app, "x");
        await AnswerAsync(ada, Guid.CreateVersion7(), "off", (await CheckAsync(ada, Text)).Open[0]);

        (await CheckAsync(grace, Text)).Open.ShouldBeEmpty();
        (await CheckAsync(grace, Text, other)).Open.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_is_stored_once_taken_back_by_anybody_and_put_back()
    {
        var id = Guid.CreateVersion7();
        var first = (await CheckAsync(ada, Text)).Open[0];
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AnswerAsync(ada, id, "notBlame", first)));
        sent.ShouldAllBe(status => status == HttpStatusCode.NoContent);
        (await CheckAsync(ada, Text)).Answered.Count.ShouldBe(1);

        using var back = await grace.DeleteAsync($"{Address(number)}/answers/{id}");
        using var backAgain = await grace.DeleteAsync($"{Address(number)}/answers/{id}");
        (back.StatusCode, backAgain.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        var asked = await CheckAsync(ada, Text);
        (asked.Open.Count, asked.Answered.Count).ShouldBe((2, 0));

        await AnswerAsync(ada, id, "notBlame", first);
        (await CheckAsync(ada, Text)).Answered.ShouldHaveSingleItem().Id.ShouldBe(id);
        await using var db = app.OpenDatabase();
        (await db.AuditLog.Where(entry => entry.SubjectId == id).OrderBy(entry => entry.At).Select(entry => entry.Verb).ToListAsync())
            .ShouldBe(["wording/answered", "wording/answer-taken-back", "wording/answer-restored"]);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_a_sentence()
    {
        var first = (await CheckAsync(ada, Text)).Open[0];

        (await AnswerAsync(ada, Guid.CreateVersion7(), "kept", first, "  ")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(ada, Guid.CreateVersion7(), "whatever", first)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(ada, Guid.CreateVersion7(), "off", first with { Phrase = new string('x', 401) })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var tooLong = await ada.PostAsJsonAsync(Address(number), new { text = new string('x', 1_000_001) });
        tooLong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tooLong.Content.ReadAsStringAsync()).ShouldContain("wording/too-long");
    }

    [Fact]
    public async Task Readers_are_refused_and_an_unknown_postmortem_is_not_there()
    {
        var viewer = app.ClientFor(app.Eve);
        var first = (await CheckAsync(ada, Text)).Open[0];

        using var refused = await viewer.PostAsJsonAsync(Address(number), new { text = Text });
        using var unknown = await ada.PostAsJsonAsync(Address(999_999), new { text = Text });

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(viewer, Guid.CreateVersion7(), "off", first)).ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(ada, Guid.CreateVersion7(), "off", first, at: 999_999)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_wants_to_be_coached_is_asked_the_smaller_questions_too()
    {
        const string small = "The root cause was the pool.";
        (await CheckAsync(grace, small)).Open.ShouldBeEmpty();

        (await grace.PutAsJsonAsync("/api/coaching", new { on = true })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var told = await CheckAsync(grace, small);
        (told.Coached, told.Open.Count).ShouldBe((true, 1));
        (await CheckAsync(ada, small)).Open.ShouldBeEmpty();
        await grace.PutAsJsonAsync("/api/coaching", new { on = false });
        (await CheckAsync(grace, small)).Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_end_of_a_long_text_is_read_too()
    {
        var text = string.Concat(Enumerable.Repeat("The pool was full and the queue grew, as the dashboard of the labels showed at 14:02. ", 2300)) + "It was human error.";

        (await CheckAsync(ada, text)).Open.ShouldHaveSingleItem().Phrase.ShouldBe("human error");
    }

    private static string Address(int number) => $"/api/postmortems/{number}/wording";

    private async Task<ToldQuestions> CheckAsync(HttpClient browser, string text, int? of = null)
    {
        using var answer = await browser.PostAsJsonAsync(Address(of ?? number), new { text });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, ErrorLog.LatestErrors);
        return (await answer.Content.ReadFromJsonAsync<ToldQuestions>())!;
    }

    private async Task<HttpStatusCode> AnswerAsync(HttpClient browser, Guid id, string kind, ToldQuestion about, string reason = "", int? at = null)
    {
        using var answer = await browser.PutAsJsonAsync($"{Address(at ?? number)}/answers/{id}", new { kind, about.Rule, about.Phrase, about.Before, about.After, reason });
        return answer.StatusCode;
    }
}
