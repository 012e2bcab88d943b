using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Home;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Comments;

public sealed class CommentingTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private const string Text = "## Summary\n\nThe pool was full.\n\nThe **queue** grew.";

    private WebApplication second = null!;
    private int number;
    private HttpClient ada = null!;
    private HttpClient grace = null!;
    private Window window = null!;

    private string Page => $"/postmortems/{number}/comments";

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    private Actor Grace => new(app.Grace.Id, Role.Administrator);

    public async Task InitializeAsync()
    {
        second = await app.StartAnotherAsync();
        number = await Window.DraftAsync(app, Text);
        ada = app.ClientFor(app.Ada);
        grace = app.ClientFor(app.Grace, second);
        window = new Window(ada, number);
    }

    public async Task DisposeAsync() => await second.DisposeAsync();

    [Fact]
    public async Task A_thread_about_quoted_words_shows_to_others_on_another_instance_and_goes_on_there()
    {
        var thread = await AskAsync("pool was full", "Which pool?");

        using var list = await grace.PageAsync(Page);
        using var replied = await grace.SubmitAsync(list, ".thread > .steps form.said", ("Form.Text", "The one of the labels."));

        replied.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await ada.PageAsync(Page);
        var card = page.QuerySelector($"#thread-{thread}")!;
        card.QuerySelector(".about q")!.TextContent.ShouldBe("pool was full");
        card.QuerySelectorAll(".words").Select(words => words.TextContent.Trim()).ShouldBe(["Which pool?", "The one of the labels."]);
        card.QuerySelectorAll(".person").Select(person => person.TextContent).ShouldBe(["AOAda Okafor", "GLGrace Lindqvist"]);
        (card.GetAttribute("data-from"), card.GetAttribute("data-to")).ShouldBe(("16", "29"));
    }

    [Fact]
    public async Task Words_are_found_as_readers_see_them_and_refused_when_they_are_not_there_or_unclear()
    {
        await AskAsync("The queue grew", "How fast?");
        using var page = await ada.PageAsync(Page);
        using var missing = await ada.SubmitAsync(page, "details.begin form", ("Form.Quote", "The disk"), ("Form.Text", "Kept words"));
        using var twice = await ada.SubmitAsync(page, "details.begin form", ("Form.Quote", "The"), ("Form.Text", "Kept words"));

        page.QuerySelector(".thread q")!.TextContent.ShouldBe("The **queue** grew");
        missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await missing.PageAsync();
        again.QuerySelector("details.begin[open] .fault")!.TextContent.ShouldContain("do not stand in the document");
        again.QuerySelector("#comment-text")!.TextContent.Trim().ShouldBe("Kept words");
        (await twice.Content.ReadAsStringAsync()).ShouldContain("more than once");
    }

    [Fact]
    public async Task A_passage_is_followed_through_what_others_write_and_stands_there_as_removed_when_its_words_are_gone()
    {
        var marked = new MarkedPlace(new Passage(16, 20), Version: 2);
        await window.SendWellAsync(2, (1, Window.Put("Now: ", 0, Text.Length)));
        var thread = (await app.UseCase<StartThread>().RunAsync(Ada, number, new NewThread(Guid.CreateVersion7(), "Which?", Place: marked)))!.Key;

        (await PassageAsync(thread)).ShouldBe(("pool", new Passage(21, 25)));
        await app.UseCase<WriteDocument>().RunAsync(Grace, number, "First.\n\n" + (await window.ReadAsync()).Text.Replace("pool was", "pool of labels was", StringComparison.Ordinal), basedOn: 3);
        (await PassageAsync(thread)).ShouldBe(("pool", new Passage(29, 33)));
        await app.UseCase<WriteDocument>().RunAsync(Grace, number, "Nothing of it.", basedOn: 4);
        (await PassageAsync(thread)).Passage.IsRemoved.ShouldBeTrue();
        using var page = await ada.PageAsync(Page);
        page.QuerySelector(".thread .about")!.TextContent.ShouldContain("pool The passage was removed.");

        await app.UseCase<RestoreVersion>().RunAsync(Grace, number, version: 3, amendment: null);
        (await PassageAsync(thread)).ShouldBe(("pool", new Passage(21, 25)));
    }

    [Fact]
    public async Task Twenty_thousand_changes_later_a_place_is_read_without_going_through_them_again()
    {
        var thread = await AskAsync("pool was full", "Which pool?");
        var length = Text.Length;
        var version = 2;

        for (var sent = 0; sent < 20; sent++)
        {
            var first = sent * 1000;
            await window.SendWellAsync(version, [.. Enumerable.Range(1, 1000).Select(i => (first + i, Window.Put("x", 0, length + first + i - 1)))]);
            version += 1000;
        }

        (await PassageAsync(thread)).Passage.ShouldBe(new Passage(20_016, 20_029));
        await using var db = app.OpenDatabase();
        (await db.CommentThreads.SingleAsync(t => t.Id == thread)).PlacedAt.ShouldBe(version);
    }

    [Fact]
    public async Task Keeping_versions_notes_where_passages_stand()
    {
        var thread = await AskAsync("pool was full", "Which pool?");
        await window.SendWellAsync(2, (1, Window.Put("Now: ", 0, Text.Length)));
        await using var db = app.OpenDatabase();
        await db.Documents.ExecuteUpdateAsync(document => document.SetProperty(d => d.WrittenAt, d => d.WrittenAt.AddMinutes(-1)));

        await app.UseCase<KeepVersions>().RunAsync();

        var stands = await db.CommentThreads.SingleAsync(t => t.Id == thread);
        (stands.StandsFrom, stands.StandsTo, stands.PlacedAt).ShouldBe((21, 34, 3));
    }

    [Fact]
    public async Task Is_resolved_by_one_and_reopened_by_an_answer()
    {
        var thread = await AskAsync("", "Who can review this?");

        using var page = await grace.PageAsync(Page);
        using var resolved = await grace.SubmitAsync(page, $"form[action='{Page}/threads/{thread}/resolution']");
        using var twice = await grace.SubmitAsync(page, $"form[action='{Page}/threads/{thread}/resolution']");

        resolved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        twice.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.PageAsync(Page)).QuerySelector(".thread").ShouldBeNull();
        using var settled = await ada.PageAsync($"{Page}?show=resolved");
        settled.QuerySelector(".settled")!.TextContent.ShouldContain("Resolved by Grace Lindqvist");
        await ada.SubmitAsync(settled, ".thread > .steps form.said", ("Form.Text", "I can."));
        (await ada.PageAsync(Page)).QuerySelectorAll(".thread .words").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Is_changed_and_taken_back_only_by_who_said_it()
    {
        var thread = await AskAsync("", "Who can reveiw this?");
        using var page = await ada.PageAsync(Page);

        using var changed = await ada.SubmitAsync(page, $"#comment-{thread} form.said", ("Form.Text", "Who can review this?"));
        using var late = await ada.SubmitAsync(page, $"#comment-{thread} form.said", ("Form.Text", "Who else?"));
        changed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Content.ReadAsStringAsync()).ShouldContain("You changed this comment in another window");

        (await grace.PageAsync(Page)).QuerySelector($"#comment-{thread} form").ShouldBeNull();
        (await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<DeleteComment>().RunAsync(Grace, number, thread))).Code.ShouldBe("comment/of-somebody-else");
        (await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ChangeComment>().RunAsync(Grace, number, thread, "No", 0))).Code.ShouldBe("comment/of-somebody-else");

        using var taken = await ada.SubmitAsync(page, $"form[action='{Page}/{thread}/deletion']");
        using var back = await ada.PageAsync(taken.Headers.Location!.ToString());
        back.QuerySelector(".thread").ShouldBeNull();
        await ada.SubmitAsync(back, $"form[action='{Page}/{thread}/deletion/undo']");
        (await grace.PageAsync(Page)).QuerySelector($"#comment-{thread} .words")!.TextContent.Trim().ShouldBe("Who can review this?");
    }

    [Fact]
    public async Task What_is_sent_twice_is_said_once()
    {
        using var page = await ada.PageAsync(Page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ada.SubmitAsync(page, "details.begin form", ("Form.Text", "Once?"))));
        using var other = await ada.SubmitAsync(page, "details.begin form", ("Form.Text", "Other words"));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadAsStringAsync()).ShouldContain("stored before with other words");
        (await ada.PageAsync(Page)).QuerySelectorAll(".thread").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_viewer_reads_and_cannot_say_anything()
    {
        var thread = await AskAsync("pool was full", "Which pool?");
        var eve = app.ClientFor(app.Eve);

        using var page = await eve.PageAsync(Page);
        using var forged = await eve.PostAsync(Page, new FormUrlEncodedContent([new("_handler", "comment"), new("Form.Text", "No")]));
        using var resolved = await eve.PostAsync($"{Page}/threads/{thread}/resolution", new FormUrlEncodedContent([]));

        page.QuerySelector(".thread .words")!.TextContent.Trim().ShouldBe("Which pool?");
        page.QuerySelectorAll("#comments form").ShouldBeEmpty();
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        resolved.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_is_called_by_name_finds_it_at_home_until_they_answer()
    {
        var thread = await AskAsync("", "@grace lindqvist, did the pool ever grow? @Nobody Else");
        (await ada.PageAsync(Page)).QuerySelector(".called")!.TextContent.ShouldBe("@grace lindqvist");

        (await CalledAsync(Grace)).ShouldBe([thread]);
        (await CalledAsync(Ada)).ShouldBeEmpty();
        (await grace.PageAsync("/")).QuerySelector($"a[href*='{thread}']")!.TextContent.ShouldContain("did the pool ever grow?");
        await app.UseCase<ReplyInThread>().RunAsync(Grace, number, thread, Guid.CreateVersion7(), "It did.");

        (await CalledAsync(Grace)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_counted_beside_the_review_steps_and_out_of_sight_with_a_deleted_postmortem()
    {
        await AskAsync("pool was full", "@Grace Lindqvist, which pool?");

        using var draft = await grace.PageAsync($"/postmortems/{number}");
        var step = draft.QuerySelectorAll(".missing li a").Single(link => link.GetAttribute("href") == Page);
        step.TextContent.ShouldBe("1 open comment");

        await app.UseCase<DeletePostmortem>().RunAsync(Ada, number);
        using var gone = await grace.GetAsync(Page);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CalledAsync(Grace)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_window_on_another_instance_is_told_at_once()
    {
        using var answer = await grace.GetAsync($"/api/postmortems/{number}/comments/stream", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        await AskAsync("", "Anybody there?");

        (await ToldAsync(lines).WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("event: comments");
    }

    [Fact]
    public async Task Nobody_who_writes_waits_for_somebody_who_comments()
    {
        await using var db = app.OpenDatabase();
        await using var held = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM documents WHERE postmortem_id = (SELECT id FROM postmortems WHERE number = {number}) FOR UPDATE");

        await AskAsync("pool was full", "Which pool?").WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Older_threads_stand_on_the_next_page()
    {
        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
        var began = DateTimeOffset.UtcNow.AddDays(-1);

        // Several of them began at the same moment, on both sides of the edge.
        var threads = Enumerable.Range(0, ReadThreads.PageSize + 3)
            .Select(i => new CommentThread(Guid.CreateVersion7(), postmortem, "", new Passage(0, 0), 1, app.Ada.Id, began.AddMinutes(i / 10)))
            .ToList();
        await app.StoreAsync([.. threads.SelectMany(thread => (object[])[thread, new Comment(Guid.CreateVersion7(), thread.Id, "Why?", app.Ada.Id, thread.StartedAt)])]);

        using var first = await ada.PageAsync(Page);
        using var next = await ada.PageAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        first.QuerySelectorAll(".thread").Length.ShouldBe(ReadThreads.PageSize);
        next.QuerySelectorAll(".thread").Length.ShouldBe(3);
        first.QuerySelectorAll(".thread").Concat(next.QuerySelectorAll(".thread")).Select(card => card.Id).Distinct().Count().ShouldBe(threads.Count);
        next.QuerySelector(".pager a[rel=next]").ShouldBeNull();
    }

    /// <returns>The thread.</returns>
    private async Task<Guid> AskAsync(string quote, string words)
    {
        using var page = await ada.PageAsync(Page);
        using var answer = await ada.SubmitAsync(page, "details.begin form", ("Form.Quote", quote), ("Form.Text", words));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, $"{await answer.Content.ReadAsStringAsync()} {ErrorLog.LatestErrors}");
        return Guid.Parse(answer.Headers.Location!.ToString().Split("#thread-")[1]);
    }

    private async Task<(string Words, Passage Passage)> PassageAsync(Guid thread)
    {
        var view = (await app.UseCase<ReadThreads>().RunAsync(Grace, number))!;
        var passage = view.Threads.Single(row => row.Id == thread).Passage;
        return ((await window.ReadAsync()).Text[passage.From..passage.To], passage);
    }

    private static async Task<string?> ToldAsync(StreamReader lines)
    {
        var line = await lines.ReadLineAsync();

        while (line is "event: still-here" or "data: " or "")
        {
            line = await lines.ReadLineAsync();
        }

        return line;
    }

    private async Task<IEnumerable<Guid>> CalledAsync(Actor actor) =>
        (await app.UseCase<ReadHome>().RunAsync(actor, new DateOnly(2026, 5, 4), "UTC")).Mentions.Where(mention => mention.Postmortem == number).Select(mention => mention.Thread);
}
