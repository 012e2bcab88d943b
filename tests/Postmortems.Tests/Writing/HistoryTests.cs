using System.Net;
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
    public async Task Lists_every_version_with_who_and_how_much()
    {
        var rows = (await ada.PageAsync($"/postmortems/{number}/history")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        rows.Count.ShouldBe(3);
        rows[0].ShouldContain("Grace Lindqvist");
        rows[0].ShouldContain("+6");
        rows[2].ShouldContain("the first");
    }

    [Fact]
    public async Task Shows_what_changed_between_any_two()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?earlier=2&later=3");

        page.QuerySelectorAll(".changed-lines del > span:last-child").Select(line => line.TextContent).ShouldBe(["two"]);
        page.QuerySelectorAll(".changed-lines ins > span:last-child").Select(line => line.TextContent).ShouldBe(["TWO", "three"]);
    }

    [Fact]
    public async Task Brings_an_earlier_one_back_as_the_newest()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?earlier=2&later=3");

        using var restored = await ada.SubmitAsync(page, "section form");

        restored.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.PageAsync($"/postmortems/{number}")).QuerySelector("textarea[name='Form.Text']")!.TextContent.ShouldEndWith("one\ntwo");
        (await ada.PageAsync($"/postmortems/{number}/history")).QuerySelectorAll("tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Says_when_there_is_no_such_version_to_bring_back()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/history?earlier=2&later=3");

        using var refused = await ada.SubmitAsync(page, "section form", ("Form.BasedOn", "99"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("There is no version 99");
    }
}
