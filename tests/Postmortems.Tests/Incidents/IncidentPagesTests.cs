using System.Net;
using AngleSharp.Dom;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Incidents;

public sealed class IncidentPagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_incident_is_recorded_with_what_is_known_in_the_first_minute()
    {
        var service = new Service("label-api", "", "");
        await app.StoreAsync(service);
        using var ada = app.ClientFor(app.Ada);

        using var recorded = await ada.SubmitAsync(
            await ada.PageAsync("/incidents/new"),
            "main form",
            ("Form.Title", "Labels could not be created"),
            ("Form.Severity", "Sev2"),
            ("Form.Zone", "Europe/Berlin"),
            ("Form.Impact.Date", "2026-11-17"),
            ("Form.Impact.Time", "14:02"),
            ("Form.Impact.Precision", "About"),
            ("services", service.Id.ToString()));

        recorded.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await ada.PageAsync(recorded.Headers.Location!.ToString());
        Words(page).ShouldContain("17 Nov 2026, about 14:02 CET");
        Words(page).ShouldContain("label-api");
        Words(page).ShouldContain("SEV 2");
        page.QuerySelector($"a[href='/postmortems/new?incident={page.Url.Split('/')[^1]}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_time_that_clocks_jumped_over_is_refused_at_its_field()
    {
        using var ada = app.ClientFor(app.Ada);

        using var refused = await ada.SubmitAsync(
            await ada.PageAsync("/incidents/new"),
            "main form",
            ("Form.Title", "The night batch ran twice"),
            ("Form.Zone", "Europe/Berlin"),
            ("Form.Impact.Date", "2026-03-29"),
            ("Form.Impact.Time", "02:30"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await refused.PageAsync();
        page.QuerySelector("#Form-Impact-Time-fault")!.TextContent.ShouldContain("clocks went from 02:00 to 03:00");
        page.QuerySelector("#Form-Title")!.GetAttribute("value").ShouldBe("The night batch ran twice");
        page.QuerySelector("#Form-Impact-Time")!.GetAttribute("value").ShouldBe("02:30");
    }

    [Fact]
    public async Task Times_out_of_order_are_refused_each_at_its_field()
    {
        using var ada = app.ClientFor(app.Ada);
        using var form = await ada.PageAsync($"/incidents/{await RecordAsync("Labels fail")}/edit");

        using var answer = await ada.SubmitAsync(
            form,
            "main form.form",
            ("Form.Zone", "Europe/Berlin"),
            ("Form.Impact.Date", "2026-11-17"),
            ("Form.Impact.Time", "14:02"),
            ("Form.Detected.Date", "2026-11-17"),
            ("Form.Detected.Time", "14:20"),
            ("Form.Acknowledged.Date", "2026-11-17"),
            ("Form.Acknowledged.Time", "14:10"),
            ("Form.Resolved.Date", "2026-11-16"),
            ("Form.Resolved.Time", "15:00"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await answer.PageAsync();
        page.QuerySelector("#Form-Acknowledged-Time-fault")!.TextContent.ShouldContain("it was acknowledged before it was detected");
        page.QuerySelector("#Form-Resolved-Time-fault")!.TextContent.ShouldContain("it was resolved before impact began");
        page.QuerySelector("#Form-Resolved-Time")!.GetAttribute("aria-describedby").ShouldBe("Form-Resolved-Time-fault");
        page.QuerySelector(".fault-summary")!.TextContent.Trim().ShouldBe("2 fields need another look. Nothing you typed was lost.");
    }

    [Fact]
    public async Task Stretches_of_impact_are_added_and_removed_without_scripts()
    {
        using var ada = app.ClientFor(app.Ada);
        var number = await RecordAsync("Labels fail");
        using var empty = await ada.PageAsync($"/incidents/{number}/edit");
        using var one = await (await ada.SubmitAsync(empty, "main form.form", ("add-window", "1"))).PageAsync();
        using var two = await (await ada.SubmitAsync(one, "main form.form", ("Form.Windows[0].Text", "8% failed"), ("add-window", "1"))).PageAsync();
        using var less = await (await ada.SubmitAsync(two, "main form.form", ("Form.Windows[1].Text", "44% failed"), ("remove-window", "0"))).PageAsync();

        using var saved = await ada.SubmitAsync(less, "main form.form", ("Form.Windows[0].Began.Date", "2026-11-17"), ("Form.Windows[0].Began.Time", "14:12"), ("Form.Windows[0].Ended.Date", "2026-11-17"), ("Form.Windows[0].Ended.Time", "14:49"));

        two.QuerySelectorAll(".window").Length.ShouldBe(2);
        two.QuerySelector("[name='Form.Windows[0].Text']")!.GetAttribute("value").ShouldBe("8% failed");
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await ada.PageAsync($"/incidents/{number}");
        page.QuerySelectorAll(".windows li").Select(line => line.TextContent).ShouldContain(line => line.Contains("44% failed") && line.Contains("37 min"));
    }

    [Fact]
    public async Task Two_people_who_change_one_incident_see_both_texts()
    {
        using var ada = app.ClientFor(app.Ada);
        using var grace = app.ClientFor(app.Grace);
        var number = await RecordAsync("Labels fail");
        using var seenByAda = await ada.PageAsync($"/incidents/{number}/edit");
        using var saved = await grace.SubmitAsync(await grace.PageAsync($"/incidents/{number}/edit"), "main form.form", ("Form.Title", "Labels fail in Riga"));

        using var met = await ada.SubmitAsync(seenByAda, "main form.form", ("Form.Title", "Labels fail everywhere"));

        met.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var both = await met.PageAsync();
        both.QuerySelector(".meanwhile")!.TextContent.ShouldContain("Labels fail in Riga");
        both.QuerySelector("#Form-Title")!.GetAttribute("value").ShouldBe("Labels fail everywhere");
        using var kept = await ada.SubmitAsync(both, "main form.form");
        kept.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_deleted_incident_says_so_and_can_be_restored()
    {
        using var ada = app.ClientFor(app.Ada);
        var number = await RecordAsync("A drill, recorded by mistake");

        using var deleted = await ada.SubmitAsync(await ada.PageAsync($"/incidents/{number}"), "form.danger");

        deleted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await ada.PageAsync($"/incidents/{number}");
        page.QuerySelector(".deleted")!.TextContent.ShouldContain("Ada Okafor deleted this incident");
        Words(await ada.PageAsync("/incidents/deleted")).ShouldContain("A drill, recorded by mistake");
        Words(await ada.PageAsync("/postmortems")).ShouldNotContain("A drill, recorded by mistake");
        using var asEve = await app.ClientFor(app.Eve).GetAsync($"/incidents/{number}");
        asEve.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var restored = await ada.SubmitAsync(page, ".deleted form");
        Words(await ada.PageAsync("/postmortems")).ShouldContain("A drill, recorded by mistake");
    }

    [Fact]
    public async Task An_incident_with_a_postmortem_says_beforehand_why_it_cannot_be_deleted()
    {
        using var ada = app.ClientFor(app.Ada);
        var number = await RecordAsync("Labels fail");
        (await ada.PageAsync($"/incidents/{number}")).QuerySelector("form.danger").ShouldNotBeNull();
        await using var db = app.OpenDatabase();
        var postmortem = new Postmortem("Labels", "plain", app.Ada.Id, [db.Incidents.Single(i => i.Number == number).Id], Noon);
        await app.StoreAsync(postmortem, new Postmortems.Domain.Writing.Document(postmortem.Id, "", app.Ada.Id, Noon));

        using var page = await ada.PageAsync($"/incidents/{number}");

        page.QuerySelector("form.danger").ShouldBeNull();
        var reason = page.QuerySelector(".undeletable")!;
        reason.TextContent.ShouldContain("cannot be deleted while a postmortem is about it");
        using var led = await ada.PageAsync(reason.QuerySelector("a")!.GetAttribute("href")!);
        led.QuerySelector("form.remove").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_button_needs_its_antiforgery_token()
    {
        using var ada = app.ClientFor(app.Ada);
        var number = await RecordAsync("Labels fail");

        using var forged = await ada.PostAsync($"/incidents/{number}/deletion", new FormUrlEncodedContent([]));

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("?state=not-begun", "Nobody wrote about it")]
    [InlineData("?state=draft", "Somebody writes about it")]
    [InlineData("?severity=NearMiss", "It nearly happened")]
    [InlineData("?words=NEAR hap", "It nearly happened")]
    [InlineData("?service=notify-worker", "Messages stood still")]
    [InlineData("?from=2019-05-01&until=2019-05-01", "It happened in spring")]
    public async Task The_list_shows_what_the_address_asks_for(string query, string title)
    {
        var service = new Service("notify-worker", "", "");
        string[] titles = ["Nobody wrote about it", "Somebody writes about it", "It nearly happened", "Messages stood still", "It happened in spring"];
        await using (var db = app.OpenDatabase())
        {
            if (!db.Services.Any(s => s.Name == service.Name))
            {
                var incidents = titles.Select(words => new Incident(words, words.Contains("nearly") ? Severity.NearMiss : Severity.Sev3, "Etc/UTC", app.Ada.Id, Noon)).ToList();
                incidents[3].Affects([service.Id]);
                incidents[4].TellTimes(new(Impact: new(new(2019, 5, 1, 9, 0, 0, TimeSpan.Zero), Precision.Minute)), "Etc/UTC");
                db.AddRange([service, .. incidents]);
                db.AddRange(incidents.Skip(1).Select(i => new Postmortem($"About {i.Title}", "plain", app.Ada.Id, [i.Id], Noon)));
                await db.SaveChangesAsync();
            }
        }

        using var page = await app.ClientFor(app.Eve).PageAsync($"/postmortems{query}");

        var shown = page.QuerySelectorAll(".table .title").Select(link => link.TextContent).Where(titles.Contains).ToList();
        shown.ShouldContain(title);
        shown.Count.ShouldBe(query == "?state=draft" ? 4 : 1);
    }

    [Theory]
    [InlineData("/postmortems?words=')) --&state=draft&from=2026-99-99&before=nonsense&severity=7")]
    [InlineData("/postmortems?service=no-such-service")]
    [InlineData("/postmortems?before=9223372036854775807-1")]
    public async Task The_list_survives_any_address(string address)
    {
        using var answer = await app.ClientFor(app.Eve).GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/postmortems", 4)]
    [InlineData("/incidents/{number}", 13)]
    [InlineData("/incidents/{number}/edit", 5)]
    [InlineData("/services", 1)]
    public async Task A_page_costs_few_commands_however_many_rows(string address, int commands)
    {
        using var ada = app.ClientFor(app.Ada);
        var number = await RecordAsync("Labels fail");
        using var warm = await ada.PageAsync(address.Replace("{number}", $"{number}"));
        app.Commands.Forget();

        using var page = await ada.PageAsync(address.Replace("{number}", $"{number}"));

        app.Commands.SeenInRequests.Count(command => !command.Contains("errands")).ShouldBeLessThanOrEqualTo(commands, string.Join("\n\n", app.Commands.SeenInRequests));
    }

    private async Task<int> RecordAsync(string title)
    {
        var incident = new Incident(title, Severity.Sev3, "Europe/Berlin", app.Ada.Id, Noon);
        await app.StoreAsync(incident);
        return incident.Number;
    }

    private static string Words(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
