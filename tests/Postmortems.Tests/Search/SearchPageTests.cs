using System.Net;
using Postmortems.Domain.Incidents;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Search;

public sealed class SearchPageTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Shows_what_matched_and_runs_nothing_that_stands_in_a_text()
    {
        var incident = new Incident("Depot <script>alert(1)</script> closed", Severity.Sev2, "UTC", app.Ada.Id, Noon);
        await app.StoreAsync(incident);

        using var page = await app.ClientFor(app.Eve).PageAsync("/search?words=depot+closed");

        var title = page.QuerySelector(".found .title")!;
        title.TextContent.ShouldContain("Depot <script>alert(1)</script> closed");
        title.QuerySelectorAll("mark").Select(mark => mark.TextContent).ShouldBe(["Depot", "closed"]);
        title.QuerySelector("script").ShouldBeNull();
        title.GetAttribute("href").ShouldBe($"/incidents/{incident.Number}");
    }

    [Fact]
    public async Task Costs_few_commands()
    {
        await app.StoreAsync([.. Enumerable.Range(0, 30).Select(n => new Incident($"Carrier {n} late", Severity.Sev4, "UTC", app.Ada.Id, Noon.AddMinutes(n)))]);
        var client = app.ClientFor(app.Eve);
        await client.PageAsync("/search?words=carrier");
        app.Commands.Forget();

        using var page = await client.PageAsync("/search?words=carrier");

        page.QuerySelectorAll(".found > li").Length.ShouldBe(20);
        page.QuerySelector(".pager a[rel=next]").ShouldNotBeNull();
        app.Commands.SeenInRequests.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Goes_straight_to_a_number()
    {
        var incident = new Incident("Pickup slots", Severity.Sev3, "UTC", app.Ada.Id, Noon);
        await app.StoreAsync(incident);

        using var answer = await app.ClientFor(app.Eve).GetAsync($"/search?words=INC-{incident.Number}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldEndWith($"/incidents/{incident.Number}");
    }

    [Fact]
    public async Task Says_no_date_of_an_incident_whose_date_nobody_told()
    {
        var untold = new Incident("Gantry untold", Severity.Sev2, "UTC", app.Ada.Id, Noon);
        var told = new Incident("Gantry told", Severity.Sev2, "UTC", app.Ada.Id, Noon.AddDays(1));
        told.Reach(Milestone.Impact, new TimePoint(Noon.AddDays(-9), Precision.Minute));
        await app.StoreAsync(untold, told, new Postmortems.Domain.Writing.Postmortem("Gantry of the untold", "plain", app.Ada.Id, [untold.Id], Noon));

        using var page = await app.ClientFor(app.Eve).PageAsync("/search?words=gantry");

        page.QuerySelectorAll(".found > li:has(time)").ShouldHaveSingleItem().TextContent.ShouldContain("8 Nov 2026");
        page.QuerySelectorAll(".found > li").Count(row => row.TextContent.Contains("date not told", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("/search", "How to ask")]
    [InlineData("/search?words=zzzzz", "Nothing found")]
    [InlineData("/search?words=the", "This word is too common")]
    [InlineData("/search?words=%3F%21", "Nothing found")]
    [InlineData("/search?words=zzzzz&severity=Sev1", "Nothing here with these filters")]
    [InlineData("/search?words=a&kind=nonsense&severity=9&state=x&from=yesterday&to=0001-01-01&after=..&sort=none&service=%ED%A0%80", "")]
    public async Task Explains_itself_when_there_is_nothing(string address, string sentence)
    {
        using var page = await app.ClientFor(app.Eve).PageAsync(address);

        page.Body!.TextContent.ShouldContain(sentence);
    }
}
