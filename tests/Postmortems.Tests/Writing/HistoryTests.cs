using System.Net;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing;

public sealed class HistoryTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private int number;
    private HttpClient ada = null!;

    private Actor Actor => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        number = (await app.UseCase<StartPostmortem>().RunAsync(Actor, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]))).Key;
        await app.UseCase<WriteDocument>().RunAsync(Actor, number, "one\ntwo", 1);
        await app.UseCase<WriteDocument>().RunAsync(Actor with { UserId = app.Grace.Id }, number, "one\nTWO\nthree", 2);
        ada = app.ClientFor(app.Ada);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lists_sittings_with_who_wrote_and_how_much()
    {
        await PauseAfterAsync(2);

        var rows = (await ada.PageAsync($"/postmortems/{number}/history")).QuerySelectorAll("tbody > tr:first-child").Select(row => row.TextContent).ToList();

        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("Grace Lindqvist");
        rows[0].ShouldContain("+2 −1");
        rows[0].ShouldContain("3");
        rows[1].ShouldContain("Ada Okafor");
        rows[1].ShouldContain("1 to 2");
    }

    [Fact]
    public async Task Opens_a_sitting_to_the_versions_kept_in_it()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?open=1");

        page.QuerySelectorAll("tr.version th").Select(version => version.TextContent).ShouldBe(["Version 3", "Version 2", "Version 1"]);
    }

    [Fact]
    public async Task Shows_what_changed_between_any_two()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?earlier=2&later=3");

        page.QuerySelectorAll(".changed-words del").Select(change => change.TextContent).ShouldBe(["−taken out:two"]);
        page.QuerySelectorAll(".changed-words ins").Select(change => change.TextContent).ShouldBe(["+added:TWO\nthree"]);
    }

    [Fact]
    public async Task Says_who_wrote_which_words_of_any_version()
    {
        await PauseAfterAsync(2);

        Told(await ada.PageAsync($"/postmortems/{number}/history/authors")).ShouldBe(["Ada Okafor: one\n", "Grace Lindqvist: TWO\nthree"]);
        Told(await ada.PageAsync($"/postmortems/{number}/history/authors?version=2")).ShouldBe(["Ada Okafor: one\ntwo"]);
        (await ada.GetAsync($"/postmortems/{number}/history/authors?version=4")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        static List<string> Told(AngleSharp.Dom.IDocument page) =>
            [.. page.QuerySelectorAll(".authored .by").Select(stretch => $"{stretch.GetAttribute("title")!.Split(',')[0]}: {stretch.TextContent}")];
    }

    [Fact]
    public async Task Costs_few_commands_however_long_it_is()
    {
        await ada.PageAsync($"/postmortems/{number}/history");
        app.Commands.Forget();

        await ada.PageAsync($"/postmortems/{number}/history");

        app.Commands.SeenInRequests.Count.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task Brings_an_earlier_one_back_as_the_newest()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?earlier=2&later=3");

        using var restored = await ada.SubmitAsync(page, "section form");

        restored.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.PageAsync($"/postmortems/{number}")).QuerySelector("textarea[name='Form.Text']")!.TextContent.ShouldEndWith("one\ntwo");
        (await ada.PageAsync($"/postmortems/{number}/history?open=1")).QuerySelectorAll("tr.version").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Says_when_there_is_no_such_version_to_bring_back()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?earlier=2&later=3");

        using var refused = await ada.SubmitAsync(page, "section form", ("Form.BasedOn", "99"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("There is no version 99");
    }

    private async Task PauseAfterAsync(int version)
    {
        await using var db = app.OpenDatabase();
        await db.DocumentChanges.Where(change => change.Version > version && db.Postmortems.Any(p => p.Id == change.PostmortemId && p.Number == number))
            .ExecuteUpdateAsync(change => change.SetProperty(c => c.At, c => c.At.AddMinutes(16)));
    }
}
