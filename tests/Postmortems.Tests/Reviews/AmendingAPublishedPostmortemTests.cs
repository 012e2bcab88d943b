using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Services;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing;

namespace Postmortems.Tests.Reviews;

public sealed class AmendingAPublishedPostmortemTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private Incident incident = null!;
    private TimelineEntry first = null!;
    private int number;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        incident = Told.Incident(app.Ada);
        first = Told.Entry(incident, 0, "First label requests fail");
        await app.StoreAsync(incident, first);
        number = (await app.UseCase<StartPostmortem>().RunAsync(Ada, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]))).Key;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_becomes_of_an_entry_is_told_to_readers()
    {
        await PublishAsync();
        var added = Guid.CreateVersion7();

        await app.UseCase<TellEntry>().RunAsync(Ada, incident.Number, added, Facts(28, "restarted the pods"));
        await app.UseCase<TellEntry>().RunAsync(Ada, incident.Number, added, Facts(28, "restarted the pods"));
        await app.UseCase<ReviseEntry>().RunAsync(Ada, added, Facts(31, "restarted two pods", new FixStep("restart", FixActor.Person, 3, FixEffect.Partial)), await VersionAsync(added));
        await app.UseCase<ReviseEntry>().RunAsync(Ada, added, Facts(32, "came too late"), version: 1);
        await app.UseCase<DeleteEntry>().RunAsync(Ada, first.Id);
        await app.UseCase<RestoreEntry>().RunAsync(Ada, first.Id);
        await app.UseCase<AddLines>().RunAsync(Ada, incident.Number, Guid.CreateVersion7(), "14:40 pool is full\n14:41 pool is fuller");
        await app.UseCase<ReachMilestone>().RunAsync(Ada, incident.Number, first.Id, Milestone.Impact);

        (await ToldAsync()).ShouldBe(
        [
            "Added: 17 Nov 2026, 14:30 CET, “restarted the pods”",
            "Was 17 Nov 2026, 14:30 CET, “restarted the pods”, is now 17 Nov 2026, 14:33 CET, “restarted two pods” (restart or recycle, 3 min, helped in part)",
            "Taken out: 17 Nov 2026, 14:02 CET, “First label requests fail”",
            "Told again: 17 Nov 2026, 14:02 CET, “First label requests fail”",
            "Added: 17 Nov 2026, 14:40 CET, “pool is full”; 17 Nov 2026, 14:41 CET, “pool is fuller”",
            "Impact: 17 Nov 2026, 14:02 CET, “First label requests fail”",
        ]);
    }

    [Fact]
    public async Task What_becomes_of_the_facts_of_an_incident_is_told_to_readers()
    {
        await PublishAsync();
        var checkout = new Service($"Checkout {number}", "", "");
        await app.StoreAsync(checkout);
        var asItWas = await FactsAsync();
        var worse = asItWas with
        {
            Title = "Labels could not be printed",
            Severity = Severity.Sev1,
            ServiceIds = [checkout.Id],
            Times = asItWas.Times with { Detected = new TimePoint(Told.Began.AddMinutes(4), Precision.Minute) },
            Windows = [new ImpactWindow(new TimePoint(Told.Began, Precision.Minute), null, "No label at all")],
        };

        await app.UseCase<ReviseIncident>().RunAsync(Ada, incident.Number, asItWas, await IncidentVersionAsync());
        await app.UseCase<ReviseIncident>().RunAsync(Ada, incident.Number, worse, await IncidentVersionAsync());
        await app.UseCase<ReviseIncident>().RunAsync(Ada, incident.Number, asItWas, version: 1);

        (await ToldAsync()).ShouldBe(
        [
            "Title: was “Labels could not be created”, is now “Labels could not be printed”. Severity: was SEV 2, is now SEV 1. "
            + $"Services: was none, is now Checkout {number}. Detected: was 17 Nov 2026, 14:11 CET, is now 17 Nov 2026, 14:06 CET. "
            + "Impact windows: was about 17 Nov 2026, 14:02 CET to 17 Nov 2026, 14:49 CET, “Label requests failed”, is now 17 Nov 2026, 14:02 CET to an end not known, “No label at all”.",
        ]);
    }

    [Fact]
    public async Task What_is_promised_is_told_but_not_how_it_goes()
    {
        await PublishAsync();
        var stored = (await app.UseCase<AddActionItem>().RunAsync(Ada, number, Guid.CreateVersion7(), Promise("Alert on the pool")))!;

        await app.UseCase<ChangeActionItem>().RunAsync(Ada, stored.Key, await VersionAsync(stored.Key), Promise("Alert on the pool") with { Priority = Priority.P1 });
        await app.UseCase<ChangeActionItem>().RunAsync(Ada, stored.Key, await VersionAsync(stored.Key), Promise("Alert at 80% of the pool"));
        await app.UseCase<DeleteActionItem>().RunAsync(Ada, stored.Key);
        await app.UseCase<RestoreActionItem>().RunAsync(Ada, stored.Key);

        (await ToldAsync()).ShouldBe(
            ["Added: “Alert on the pool”", "Was “Alert on the pool”, is now “Alert at 80% of the pool”", "Taken out: “Alert at 80% of the pool”", "Promised again: “Alert at 80% of the pool”"]);
    }

    [Fact]
    public async Task Readers_see_it_on_the_page()
    {
        await PublishAsync();
        await app.UseCase<TellEntry>().RunAsync(Ada, incident.Number, Guid.CreateVersion7(), Facts(28, "restarted the pods"));

        var amendment = (await app.ClientFor(app.Eve).PageAsync($"/postmortems/{number}")).QuerySelector(".amendment")!;

        amendment.TextContent.ShouldContain("by Ada Okafor");
        amendment.TextContent.ShouldContain("restarted the pods");
    }

    [Fact]
    public async Task Whoever_is_about_to_amend_is_told_before()
    {
        var item = (await app.UseCase<AddActionItem>().RunAsync(Ada, number, Guid.CreateVersion7(), Promise("Alert on the pool")))!;
        var pages = new (string Address, string Sentence)[]
        {
            ($"/incidents/{incident.Number}/edit", $"INC-{incident.Number} belongs to PM-{number}, which is published: readers will see that you changed this."),
            ($"/incidents/{incident.Number}/timeline", $"INC-{incident.Number} belongs to PM-{number}, which is published: readers will see what you add or change here."),
            ($"/incidents/{incident.Number}/timeline/new", $"INC-{incident.Number} belongs to PM-{number}, which is published: readers will see that you added this."),
            ($"/incidents/{incident.Number}/timeline/{first.Id}", $"INC-{incident.Number} belongs to PM-{number}, which is published: readers will see that you changed this."),
            ($"/postmortems/{number}/causes/new", $"PM-{number} is published: readers will see that you added this."),
            ($"/postmortems/{number}/action-items/new", $"PM-{number} is published: readers will see that you promised this."),
            ($"/action-items/{item.Key}/edit", $"PM-{number} is published: readers will see when you word this promise anew."),
        };

        foreach (var (address, _) in pages)
        {
            (await app.ClientFor(app.Ada).PageAsync(address)).Body!.TextContent.ShouldNotContain("readers will see", customMessage: address);
        }

        await PublishAsync();

        foreach (var (address, sentence) in pages)
        {
            (await app.ClientFor(app.Ada).PageAsync(address)).Body!.TextContent.ShouldContain(sentence, customMessage: address);
        }
    }

    [Fact]
    public async Task A_draft_changes_without_a_word()
    {
        await app.UseCase<TellEntry>().RunAsync(Ada, incident.Number, Guid.CreateVersion7(), Facts(28, "restarted the pods"));
        await app.UseCase<AddActionItem>().RunAsync(Ada, number, Guid.CreateVersion7(), Promise("Alert on the pool"));

        (await ToldAsync()).ShouldBeEmpty();
    }

    private static EntryFacts Facts(int minute, string text, FixStep? fix = null) =>
        new(new TimePoint(Told.Began.AddMinutes(minute), Precision.Minute), "Europe/Berlin", fix is null ? EntryKind.Event : EntryKind.Fix, text, Basis.Observed, "", fix);

    private ActionItemFacts Promise(string title) => new(title, ActionItemType.Detect, Priority.P2, app.Ada.Id, new DateOnly(2026, 12, 24), "It pages", "", []);

    private async Task PublishAsync()
    {
        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.SingleAsync(p => p.Number == number);
        postmortem.ArriveFinished(app.Ada.Id, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
    }

    private async Task<IncidentFacts> FactsAsync()
    {
        var seen = (await app.UseCase<ReadIncident>().RunAsync(Ada, incident.Number))!;
        return new IncidentFacts(seen.Title, seen.Severity, seen.Summary, seen.Zone, seen.Times, [.. seen.Windows.Select(window => new ImpactWindow(window.Began, window.Ended, window.Text))], []);
    }

    private async Task<uint> IncidentVersionAsync() => (await app.UseCase<ReadIncident>().RunAsync(Ada, incident.Number))!.Version;

    private async Task<uint> VersionAsync(Guid entry)
    {
        await using var db = app.OpenDatabase();
        return await db.TimelineEntries.Where(e => e.Id == entry).Select(e => EF.Property<uint>(e, "Version")).SingleAsync();
    }

    private async Task<uint> VersionAsync(int item)
    {
        await using var db = app.OpenDatabase();
        return await db.ActionItems.Where(i => i.Number == item).Select(i => EF.Property<uint>(i, "Version")).SingleAsync();
    }

    private async Task<List<string?>> ToldAsync()
    {
        await using var db = app.OpenDatabase();
        return await db.Amendments.Where(a => db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number)).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Changes).ToListAsync();
    }
}
