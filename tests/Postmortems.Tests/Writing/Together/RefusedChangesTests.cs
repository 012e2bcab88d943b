using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class RefusedChangesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private const string NoChange = "What arrived is not a change of a text.";

    private int number;
    private Window ada = null!;
    private Window grace = null!;

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "pool");
        ada = new Window(app.ClientFor(app.Ada), number);
        grace = new Window(app.ClientFor(app.Grace), number);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("""[4,[0,"\ud83d"]]""", NoChange)]
    [InlineData("""[4,[0,"a\u0000b"]]""", "Line 1 holds an invisible character (NUL)")]
    [InlineData("""[5,[0,"x"]]""", NoChange)]
    [InlineData("""[3,[0,"x"]]""", NoChange)]
    [InlineData("""[4,[0,"a\nb"]]""", NoChange)]
    [InlineData("""[4,[0,"a\rb"]]""", NoChange)]
    [InlineData("""[-1,[0,"x"],5]""", NoChange)]
    [InlineData("""[4,[0,7]]""", NoChange)]
    [InlineData("""[4,[]]""", NoChange)]
    [InlineData("""[4,["x"]]""", NoChange)]
    [InlineData("""[4.5,[0,"x"]]""", NoChange)]
    [InlineData("""[99999999999]""", NoChange)]
    [InlineData("""[6000000,6000000,6000000]""", NoChange)]
    [InlineData("[null]", NoChange)]
    [InlineData("\"x\"", NoChange)]
    [InlineData("null", NoChange)]
    [InlineData("{}", NoChange)]
    public async Task What_no_document_may_hold_is_refused_in_words_and_others_go_on(string changes, string sentence)
    {
        using var alone = await ada.SendAsync(2, (1, changes));

        await ShouldBeRefusedAsync(alone, sentence);
        await grace.SendWellAsync(2, (1, Window.Put("The ", 0, 4)));

        using var late = await ada.SendAsync(2, (1, changes));

        await ShouldBeRefusedAsync(late, sentence);
        (await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)))).Version.ShouldBe(4);
        (await ada.ReadAsync()).Text.ShouldBe("The pool was");
    }

    [Theory]
    [InlineData("""{"after":2,""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"after":2,"client":"CLIENT"}""")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":[]}""")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":[null]}""")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":[{"sequence":1}]}""")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":[{"sequence":"one","changes":[4,[0,"x"]]}]}""")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":{"sequence":1,"changes":[4,[0,"x"]]}}""")]
    [InlineData("""{"after":"two","client":"CLIENT","updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""")]
    [InlineData("""{"after":-1,"client":"CLIENT","updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""")]
    [InlineData("""{"after":2,"client":"nobody","updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""")]
    [InlineData("""{"after":2,"client":"00000000-0000-0000-0000-000000000000","updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""")]
    [InlineData("""{"after":2,"updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""", "text/plain")]
    [InlineData("""{"after":2,"client":"CLIENT","updates":[{"sequence":1,"changes":[4,[0,"x"]]}]}""", "multipart/form-data")]
    public async Task What_is_no_sent_change_is_refused_in_words(string body, string type = "application/json")
    {
        using var answer = await ada.SendBodyAsync(body.Replace("CLIENT", ada.Client.ToString(), StringComparison.Ordinal), type);

        await ShouldBeRefusedAsync(answer, NoChange);
        (await ada.ReadAsync()).ShouldBe(new(2, "pool"));
    }

    [Fact]
    public async Task What_would_make_the_document_too_long_is_refused_in_words()
    {
        using var answer = await ada.SendAsync(2, (1, Window.Put(new string('x', Document.LongestText - 3), 4, 4)));
        await ShouldBeRefusedAsync(answer, "A document holds up to 6,000,000 characters.");

        using var longer = await ada.SendAsync(2, (1, Window.Put(new string('x', Document.LongestText + 1), 4, 4)));
        await ShouldBeRefusedAsync(longer, "A document holds up to 6,000,000 characters.");

        (await ada.SendWellAsync(2, (1, Window.Put(new string('x', Document.LongestText - 4), 4, 4)))).Version.ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_gap_in_what_a_window_sends_is_refused_in_words(int sequence)
    {
        using var answer = await ada.SendAsync(2, (sequence, Window.Put(" was", 4, 4)));

        await ShouldBeRefusedAsync(answer, "does not follow what this window sent before");
    }

    [Fact]
    public async Task A_gap_within_what_is_sent_is_refused_whole()
    {
        using var answer = await ada.SendAsync(2, (1, Window.Put(" was", 4, 4)), (3, Window.Put(" full", 8, 8)));

        await ShouldBeRefusedAsync(answer, "does not follow what this window sent before");
        (await ada.ReadAsync()).ShouldBe(new(2, "pool"));
    }

    [Fact]
    public async Task A_number_that_was_used_before_is_refused_in_words()
    {
        await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, Window.Put(" full", 8, 8)));

        using var upon = await ada.SendAsync(4, (2, Window.Put(".", 13, 13)));
        await ShouldBeRefusedAsync(upon, "does not follow what this window sent before");

        // Something else by the same number: two windows that take themselves for one.
        using var other = await ada.SendAsync(2, (1, Window.Put("!", 4, 4)), (2, Window.Put("!", 5, 5)), (3, Window.Put("!", 6, 6)));
        await ShouldBeRefusedAsync(other, "does not follow what this window sent before");

        // Made without what the same window had sent before.
        using var without = await ada.SendAsync(2, (3, Window.Put("!", 4, 4)));
        await ShouldBeRefusedAsync(without, "does not follow what this window sent before");

        (await ada.ReadAsync()).ShouldBe(new(4, "pool was full"));
    }

    [Theory]
    [InlineData("""[8,[0,"\ud83d"]]""", NoChange)]
    [InlineData("""[8,[0,"\u0000"]]""", "Line 1 holds an invisible character (NUL)")]
    [InlineData("""[9,[0,"x"]]""", NoChange)]
    public async Task Says_the_refusal_and_keeps_what_came_before_it(string changes, string sentence)
    {
        await grace.SendWellAsync(2, (1, Window.Put("The ", 0, 4)));

        for (var time = 0; time < 2; time++)
        {
            var answer = await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, changes), (3, Window.Put("!", 9, 9)));

            answer.Version.ShouldBe(4);
            answer.Refusal.ShouldNotBeNull().ShouldStartWith(sentence);
        }

        await ada.SendWellAsync(4, (2, Window.Put(".", 12, 12)));
        (await ada.ReadAsync()).ShouldBe(new(5, "The pool was."));
    }

    [Fact]
    public async Task Half_a_character_that_is_taken_out_is_refused_and_others_go_on()
    {
        await ada.SendWellAsync(2, (1, """[4,[0," 🔥"]]"""));

        using var answer = await ada.SendAsync(3, (2, "[5,[1],1]"));

        await ShouldBeRefusedAsync(answer, "Line 1 holds half of a character.");
        await grace.SendWellAsync(3, (1, "[5,[2]]"));
        (await ada.ReadAsync()).Text.ShouldBe("pool ");
    }

    [Fact]
    public async Task A_version_that_never_was_is_told_apart()
    {
        using var answer = await ada.SendAsync(99, (1, Window.Put(" was", 4, 4)));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ProblemAsync(answer)).ShouldContain("What you typed stays on this device.");
    }

    [Fact]
    public async Task A_published_postmortem_changes_by_amendments_only()
    {
        await ChangeAsync(postmortem =>
        {
            postmortem.AskForReview(app.Grace.Id, DateTimeOffset.UtcNow);
            postmortem.Publish(app.Grace.Id, DateTimeOffset.UtcNow);
        });

        using var answer = await ada.SendAsync(2, (1, Window.Put(" was", 4, 4)));

        await ShouldBeRefusedAsync(answer, "This postmortem is published by now and changes by amendments.");
        (await ada.ReadAsync()).ShouldBe(new(2, "pool"));
    }

    [Fact]
    public async Task A_deleted_postmortem_is_not_there()
    {
        await ChangeAsync(postmortem => postmortem.Delete(app.Grace.Id, DateTimeOffset.UtcNow));

        using var answer = await ada.SendAsync(2, (1, Window.Put(" was", 4, 4)));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StatusesOfReadingAsync(app.ClientFor(app.Eve), number)).ShouldAllBe(status => status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_absent_postmortem_is_not_there()
    {
        using var answer = await new Window(app.ClientFor(app.Ada), 9_999_999).SendAsync(2, (1, Window.Put(" was", 4, 4)));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StatusesOfReadingAsync(app.ClientFor(app.Ada), 9_999_999)).ShouldAllBe(status => status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_may_only_read_reads_and_is_refused_in_words()
    {
        var eve = new Window(app.ClientFor(app.Eve), number);

        using var answer = await eve.SendAsync(2, (1, Window.Put(" was", 4, 4)));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ProblemAsync(answer)).ShouldNotBeEmpty();
        (await StatusesOfReadingAsync(app.ClientFor(app.Eve), number)).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing()
    {
        using var answer = await new Window(app.ClientFor(), number).SendAsync(2, (1, Window.Put(" was", 4, 4)));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusesOfReadingAsync(app.ClientFor(), number)).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
    }

    private async Task ChangeAsync(Action<Postmortem> change)
    {
        await using var db = app.OpenDatabase();
        change(await db.Postmortems.SingleAsync(p => p.Number == number));
        await db.SaveChangesAsync();
    }

    private static async Task<List<HttpStatusCode>> StatusesOfReadingAsync(HttpClient browser, int number)
    {
        var statuses = new List<HttpStatusCode>();

        foreach (var what in new[] { "", "?version=1", "/changes?after=0", "/changes/stream?after=0" })
        {
            using var answer = await browser.GetAsync($"/api/postmortems/{number}/document{what}", HttpCompletionOption.ResponseHeadersRead);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private static async Task ShouldBeRefusedAsync(HttpResponseMessage answer, string sentence)
    {
        ((int)answer.StatusCode).ShouldBe(422, $"{await answer.Content.ReadAsStringAsync()} {ErrorLog.LatestErrors}");
        (await ProblemAsync(answer)).ShouldContain(sentence);
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
}
