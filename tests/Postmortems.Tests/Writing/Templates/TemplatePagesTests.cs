using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Templates;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Templates;

public sealed class TemplatePagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly TemplateFacts Ours = new(
        "Ours",
        "For checkout",
        [
            new("What happened", "Two sentences for a tired reader.", DraftFacts.Summary),
            new("When we saw it", "What told whom?", DraftFacts.Detection),
            new("Money", "What did it cost the shops?", DraftFacts.None, 2, "| Shop | Loss |\n| --- | --- |\n\n:::impact\n:::"),
        ]);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    [Fact]
    public async Task Somebody_copies_a_shipped_one_arranges_its_sections_and_adds_it_once()
    {
        using var ada = app.ClientFor(app.Ada);
        var page = await ada.PageAsync("/templates/new?from=plain");
        Headings(page).ShouldBe(Template.Find("plain")!.Sections.Select(section => section.Heading));

        page = await PressAsync(ada, page, "down-0", ("Form.Sections[0].Help", "Our own words."));
        page = await PressAsync(ada, page, "remove-2");
        page = await PressAsync(ada, page, "add");
        Headings(page)[..2].ShouldBe(["Impact", "Summary"]);
        Headings(page).Count.ShouldBe(Template.Find("plain")!.Sections.Count);
        page.QuerySelector("textarea[name='Form.Sections[1].Help']")!.TextContent.ShouldBe("Our own words.");

        using var refused = await ada.SubmitAsync(page, "main form", ("Form.Intent", "save"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector("main form")!.TextContent.ShouldContain("Give the section a heading.");

        var last = $"Form.Sections[{Headings(page).Count - 1}].Heading";
        using var once = await ada.SubmitAsync(page, "main form", ("Form.Intent", "save"), (last, "Thanks"), ("Form.Name", "Copied plain"));
        using var twice = await ada.SubmitAsync(page, "main form", ("Form.Intent", "save"), (last, "Thanks"), ("Form.Name", "Copied plain"));

        once.StatusCode.ShouldBe(HttpStatusCode.SeeOther, ErrorLog.LatestErrors);
        twice.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.PageAsync("/templates")).QuerySelectorAll("tbody a.title").Count(link => link.TextContent == "Copied plain").ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_change_it_at_once_see_both_texts()
    {
        var id = await AddAsync();
        using var ada = app.ClientFor(app.Ada);
        using var grace = app.ClientFor(app.Grace);
        var page = await ada.PageAsync($"/templates/{id}");
        using var theirs = await grace.SubmitAsync(await grace.PageAsync($"/templates/{id}"), "main form", ("Form.Intent", "save"), ("Form.Sections[2].Help", "Grace's words"));

        using var met = await ada.SubmitAsync(page, "main form", ("Form.Intent", "save"), ("Form.Sections[2].Help", "Ada's words"));

        theirs.StatusCode.ShouldBe(HttpStatusCode.SeeOther, ErrorLog.LatestErrors);
        met.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await met.PageAsync();
        again.QuerySelector(".template-theirs")!.TextContent.ShouldContain("Grace's words");
        again.QuerySelector("textarea[name='Form.Sections[2].Help']")!.TextContent.ShouldBe("Ada's words");
        using var kept = await ada.SubmitAsync(again, "main form", ("Form.Intent", "save"));
        kept.StatusCode.ShouldBe(HttpStatusCode.SeeOther, ErrorLog.LatestErrors);
        await using var db = app.OpenDatabase();
        (await db.TemplateEditions.Where(e => e.TemplateId == id).OrderBy(e => e.Edition).Select(e => e.Told.Contains("Grace")).ToListAsync()).ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task A_document_begins_with_its_headings_what_is_known_and_questions_for_what_is_not()
    {
        var id = await AddAsync();
        var incident = new Incident("Checkout was slow", Severity.Sev2, "Europe/Berlin", app.Ada.Id, Told.Began);
        incident.Describe("Checkout was slow", Severity.Sev2, "Carts took a minute.");
        await app.StoreAsync(incident);

        var number = await StartAsync(TeamTemplate.KeyOf(id), incident);

        (await app.UseCase<ReadPostmortem>().RunAsync(Ada, number))!.Document.Text.ShouldBe(
            "## What happened\n\nCarts took a minute.\n\n## When we saw it\n\n> Not known yet: when was it detected, and by what?\n\n## Money\n\n| Shop | Loss |\n| --- | --- |\n\n:::impact\n:::\n");
        (await app.ClientFor(app.Ada).PageAsync($"/postmortems/{number}")).QuerySelectorAll(".outline a:has(.empty)").Select(heading => heading.FirstChild!.TextContent.Trim()).ShouldBe(["When we saw it"]);
    }

    [Fact]
    public async Task Its_help_stays_with_what_began_from_it()
    {
        var id = await AddAsync();
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        var number = await StartAsync(TeamTemplate.KeyOf(id), incident);
        var view = (await app.UseCase<ReadTemplate>().RunAsync(Ada, id))!;

        await app.UseCase<ChangeTemplate>().RunAsync(Ada, id, Ours with { Sections = [new("Other", "Other help.")] }, view.Version);
        await app.UseCase<DeleteTemplate>().RunAsync(Ada, id);

        var desk = await app.ClientFor(app.Ada).PageAsync($"/postmortems/{number}");
        desk.QuerySelector(".outline a[data-help='What did it cost the shops?']").ShouldNotBeNull();
        desk.QuerySelector(".guide dl")!.TextContent.ShouldContain("Two sentences for a tired reader.");
        desk.QuerySelector("textarea[name='Form.Text']")!.TextContent.ShouldNotContain("tired reader");
        (await Should.ThrowAsync<RuleBrokenException>(() => StartAsync(TeamTemplate.KeyOf(id), incident))).Code.ShouldBe("postmortem/template");
    }

    [Fact]
    public async Task The_one_for_the_service_stands_first_with_the_reason()
    {
        var id = await AddAsync();
        var service = new Service($"pay-{Guid.NewGuid():n}"[..12], "", "");
        var incident = Told.Incident(app.Ada);
        incident.Affects([service.Id]);
        await app.StoreAsync(service);
        await app.StoreAsync(incident);
        using var ada = app.ClientFor(app.Ada);
        var list = await ada.PageAsync("/templates");

        using var saved = await ada.SubmitAsync(list, "form[aria-labelledby=first]", ($"Service-{service.Id}", TeamTemplate.KeyOf(id)), ("Severity-Sev2", "howie"));
        using var late = await ada.SubmitAsync(list, "form[aria-labelledby=first]", ("Severity-Sev2", "plain"));

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther, ErrorLog.LatestErrors);
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Somebody else changed this");
        var page = await ada.PageAsync($"/postmortems/new?incident={incident.Number}");
        var chosen = page.QuerySelector("input[name='Form.Template'][checked]")!;
        chosen.GetAttribute("value").ShouldBe(TeamTemplate.KeyOf(id));
        chosen.ParentElement!.TextContent.ShouldContain($"Chosen because {service.Name} was affected.");
        await app.UseCase<DeleteTemplate>().RunAsync(Ada, id);
        (await ada.PageAsync($"/postmortems/new?incident={incident.Number}")).QuerySelector("input[name='Form.Template'][checked]")!.GetAttribute("value").ShouldBe("howie");
    }

    [Fact]
    public async Task What_is_deleted_can_be_brought_back()
    {
        var id = await AddAsync();
        using var ada = app.ClientFor(app.Ada);

        using var deleted = await ada.SubmitAsync(await ada.PageAsync($"/templates/{id}"), "form.danger");
        deleted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var restored = await ada.SubmitAsync(await ada.PageAsync($"/templates/{id}"), ".deleted form");

        restored.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await app.UseCase<ReadTemplate>().RunAsync(Ada, id))!.Deletion.ShouldBeNull();
    }

    [Fact]
    public async Task Is_not_for_viewers()
    {
        var id = await AddAsync();
        using var eve = app.ClientFor(app.Eve);

        foreach (var address in new[] { "/templates", "/templates/new", $"/templates/{id}" })
        {
            using var answer = await eve.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }
    }

    private async Task<Guid> AddAsync() => (await app.UseCase<AddTemplate>().RunAsync(Ada, Guid.CreateVersion7(), Ours)).Key;

    private async Task<int> StartAsync(string template, Incident incident) =>
        (await app.UseCase<StartPostmortem>().RunAsync(Ada, new PostmortemStart(Guid.CreateVersion7(), "Checkout was slow", template, app.Ada.Id, null, [incident.Id]))).Key;

    private static async Task<IDocument> PressAsync(HttpClient client, IDocument page, string intent, params (string, string)[] typed)
    {
        using var answer = await client.SubmitAsync(page, "main form", [("Form.Intent", intent), .. typed]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, ErrorLog.LatestErrors);
        return await answer.PageAsync();
    }

    private static List<string> Headings(IDocument page) =>
        [.. page.QuerySelectorAll("input[name$='.Heading']").Select(input => input.GetAttribute("value") ?? "")];
}
