using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing;

namespace Postmortems.Tests.Shell;

/// <summary>What the Back button brings: a form that was stored already, perhaps with other words in it.</summary>
public sealed class SendingAFormAgainTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly string words = $"{Guid.NewGuid():n}";
    private Incident incident = null!;
    private Postmortem postmortem = null!;
    private HttpClient ada = null!;

    /// <summary>Every form that makes something new: its address, its selector, the field that says what.</summary>
    public static TheoryData<string, string, string> MakingForms => new()
    {
        { "/incidents/new", "main form", "Form.Title" },
        { "/services/new", "main form", "Form.Name" },
        { "/postmortems/new?incident={incident}", "main form", "Form.Title" },
        { "/postmortems/{postmortem}/causes/new", "main form", "Form.Statement" },
        { "/postmortems/{postmortem}/action-items/new", "main form", "Form.Title" },
        { "/incidents/{incident}/timeline/new", "main form", "Form.Text" },
        { "/incidents/{incident}/timeline", "form.quick-entry", "lines" },
    };

    public async Task InitializeAsync()
    {
        incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        postmortem = new Postmortem("Labels failed", "plain", app.Ada.Id, [incident.Id], Told.Began);
        await app.StoreAsync(postmortem, new Domain.Writing.Document(postmortem.Id, "", app.Ada.Id, Told.Began));
        ada = app.ClientFor(app.Ada);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(MakingForms))]
    public async Task As_it_was_is_answered_as_stored(string address, string selector, string field)
    {
        var form = await FormAsync(address);

        using var first = await ada.SubmitAsync(form, selector, (field, Said("first")));
        using var again = await ada.SubmitAsync(form, selector, (field, Said("first")));

        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        (await StoredAsync()).ShouldBe(["first"]);
    }

    [Theory]
    [MemberData(nameof(MakingForms))]
    public async Task Many_times_at_once_stores_one(string address, string selector, string field)
    {
        var form = await FormAsync(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ada.SubmitAsync(form, selector, (field, Said("first")))));

        answers.Select(answer => answer.StatusCode).ShouldAllBe(status => status == HttpStatusCode.SeeOther);
        (await StoredAsync()).ShouldBe(["first"]);
    }

    [Theory]
    [MemberData(nameof(MakingForms))]
    public async Task With_other_words_keeps_them_says_what_is_stored_and_stores_them_when_asked(string address, string selector, string field)
    {
        var form = await FormAsync(address);
        using var first = await ada.SubmitAsync(form, selector, (field, Said("first")));

        using var met = await ada.SubmitAsync(form, selector, (field, Said("second")));

        met.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await met.PageAsync();
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("This form was stored before as");
        var stored = page.QuerySelector("[role=alert] a")!.GetAttribute("href")!;
        (await ada.PageAsync(stored)).QuerySelector("main")!.TextContent.ShouldContain($"first {words}");
        Typed(page, field).ShouldBe(Said("second"));
        (await StoredAsync()).ShouldBe(["first"]);

        using var asNew = await ada.SubmitAsync(page, selector);

        asNew.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await StoredAsync()).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task As_it_was_is_answered_as_stored_also_when_somebody_has_changed_it_since()
    {
        var form = await FormAsync("/incidents/new");
        using var first = await ada.SubmitAsync(form, "main form", ("Form.Title", Said("first")));
        var edit = $"{first.Headers.Location}/edit";
        using var changed = await ada.SubmitAsync(await ada.PageAsync(edit), "main form.form", ("Form.Title", "Another title"));

        using var again = await ada.SubmitAsync(form, "main form", ("Form.Title", Said("first")));

        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task With_its_windows_as_they_were_is_the_same_form()
    {
        var id = Guid.CreateVersion7();
        var record = app.UseCase<RecordIncident>();
        var actor = new Actor(app.Ada.Id, Role.Editor);

        var first = await record.RunAsync(actor, id, Facts("It hurt"));
        var again = await record.RunAsync(actor, id, Facts("It hurt"));
        var other = await record.RunAsync(actor, id, Facts("It hurt more"));

        again.ShouldBe(first);
        other.ShouldBe(first with { SaidElse = true });

        static IncidentFacts Facts(string window) =>
            new("Labels fail", Severity.Sev2, "", "Etc/UTC", new IncidentTimes(), [new ImpactWindow(new TimePoint(Told.Began, Precision.Minute), null, window)], []);
    }

    private Task<IDocument> FormAsync(string address) =>
        ada.PageAsync(address.Replace("{incident}", $"{incident.Number}").Replace("{postmortem}", $"{postmortem.Number}"));

    /// <summary>Begins with a time, so that it is a line of a timeline too.</summary>
    private string Said(string what) => $"14:28 {what} {words}";

    private static string? Typed(IDocument page, string field) =>
        page.QuerySelector($"[name='{field}']") is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : page.QuerySelector($"[name='{field}']")!.GetAttribute("value");

    private async Task<IEnumerable<string>> StoredAsync()
    {
        await using var db = app.OpenDatabase();
        var stored = await db.Incidents.Select(i => i.Title)
            .Concat(db.Services.Select(s => s.Name))
            .Concat(db.Postmortems.Select(p => p.Title))
            .Concat(db.Causes.Select(c => c.Statement))
            .Concat(db.ActionItems.Select(a => a.Title))
            .Concat(db.TimelineEntries.Select(e => e.Text))
            .Where(said => said.Contains(words))
            .ToListAsync();
        return stored.Select(said => said.Replace("14:28 ", "").Replace($" {words}", "")).Order();
    }
}
