using System.Net;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Templates;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing;

public sealed class StartingAPostmortemTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Opens_a_document_that_holds_what_is_known()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident, Told.Entry(incident, 0, "First label | request fails"), Told.Entry(incident, 9, "The alert fires"));
        var client = app.ClientFor(app.Ada);
        var page = await client.PageAsync($"/postmortems/new?incident={incident.Number}");
        page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe(incident.Title);

        using var answer = await client.SubmitAsync(page, "main form", ("Form.Template", "google-sre"), ("Incidents", incident.Id.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var desk = await client.PageAsync(answer.Headers.Location!.ToString());
        var text = desk.QuerySelector("textarea[name='Form.Text']")!.TextContent.TrimStart('\n');
        text.ShouldContain("## Summary\n\nUp to 44% of label requests failed.");
        text.ShouldContain("- about 17 Nov 2026, 14:02 CET to 17 Nov 2026, 14:49 CET (about 47 min): Label requests failed");
        text.ShouldContain("Detected 17 Nov 2026, 14:11 CET, about 9 min after impact began.");
        text.ShouldContain("| Time (Europe/Berlin) | What happened |\n| --- | --- |\n| 17 Nov 2026, 14:02 | First label \\| request fails |\n");
        desk.QuerySelectorAll(".outline .empty").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Sent_twice_begins_one()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        var start = new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, app.Grace.Id, [incident.Id]);
        var actor = new Actor(app.Ada.Id, Role.Editor);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.UseCase<StartPostmortem>().RunAsync(actor, start)));

        numbers.Distinct().Count().ShouldBe(1);
        await using var db = app.OpenDatabase();
        (await db.DocumentVersions.CountAsync(v => v.PostmortemId == start.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Asks_for_an_incident_and_keeps_what_was_typed()
    {
        await app.StoreAsync(Told.Incident(app.Ada));
        var client = app.ClientFor(app.Ada);
        var page = await client.PageAsync("/postmortems/new");

        using var answer = await client.SubmitAsync(page, "main form", ("Form.Title", "Labels failed"), ("Form.Template", "howie"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await answer.PageAsync();
        again.QuerySelector(".fault-summary")!.TextContent.ShouldContain("at least one incident");
        again.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("Labels failed");
        again.QuerySelector("input[value='howie']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Is_not_for_viewers()
    {
        using var answer = await app.ClientFor(app.Eve).GetAsync("/postmortems/new");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("google-sre", "About|Summary|Impact|Root Causes|Trigger|Resolution|Detection|Action Items|Lessons Learned|What went well|What went wrong|Where we got lucky|Timeline|Supporting information")]
    [InlineData("atlassian", "Incident summary|Leadup|Fault|Impact|Detection|Response|Recovery|Timeline|Five whys|Root cause|Backlog check|Recurrence|Lessons learned|Corrective actions")]
    public void Keeps_the_headings_that_the_owner_of_a_template_gave(string key, string headings) =>
        string.Join('|', Template.Find(key)!.Sections.Select(section => section.Heading)).ShouldBe(headings);

    [Fact]
    public void Every_template_asks_in_each_section_and_has_a_summary_causes_and_action_items()
    {
        Template.All.Count.ShouldBe(6);
        Template.All.SelectMany(template => template.Sections).ShouldAllBe(section => section.Help.Length > 20);
        Template.All.ShouldAllBe(template => new[] { DraftFacts.Summary, DraftFacts.Causes, DraftFacts.ActionItems, DraftFacts.Timeline }.All(facts => template.Sections.Count(section => section.Facts == facts) == 1));
    }
}
