using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Search;
using Postmortems.Domain.Services;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Search;

public sealed class FollowingWhatIsWrittenTests : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    private readonly DatabaseFixture database;
    private readonly User ada = new($"{Guid.NewGuid():n}@example.org", "Ada Okafor", Role.Editor, Noon);
    private readonly Incident incident;
    private readonly TimelineEntry entry;
    private readonly Postmortem postmortem;
    private readonly Document document;
    private readonly Cause cause;
    private readonly ActionItem item;

    public FollowingWhatIsWrittenTests(DatabaseFixture database)
    {
        this.database = database;
        incident = new Incident("Labels could not be created", Severity.Sev2, "Europe/Berlin", ada.Id, Noon);
        entry = new TimelineEntry(incident.Id, new TimePoint(Noon, Precision.Minute), "Europe/Berlin", "The queue grew past its alarm", 0, ada.Id, Noon);
        postmortem = new Postmortem("A full connection pool", "standard", ada.Id, [incident.Id], Noon);
        document = new Document(postmortem.Id, "Every worker waited for a connection.", ada.Id, Noon);
        cause = new Cause(postmortem.Id, "The pool has no ceiling for one tenant", CauseRole.MadePossible, 0, ada.Id, Noon);
        item = new ActionItem(postmortem.Id, "Cap the pool by tenant", ActionItemType.Prevent, Priority.P1, ada.Id, Noon);
    }

    public Task InitializeAsync() => AddAsync(ada, incident, entry, postmortem, document, cause, item);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Everything_is_found_by_its_words()
    {
        var service = new Service($"label-api {item.Number}", "Makes labels", "Outbound");
        var pattern = new Pattern(Noon);
        pattern.Share("pool · ceiling", ["pool", "ceiling"], []);
        pattern.Count(3, Noon);
        await AddAsync(service, pattern);

        var kinds = (await EntriesAsync()).Where(e => new[] { incident.Id, entry.Id, postmortem.Id, cause.Id, item.Id, service.Id, pattern.Id }.Contains(e.SubjectId)).Select(e => e.Kind);

        kinds.Order().ShouldBe(SearchKinds.All.Order());
    }

    [Fact]
    public async Task Severity_time_and_services_of_an_incident_reach_all_that_belongs_to_it()
    {
        var service = new Service($"checkout {incident.Number}", "", "");
        await AddAsync(service);
        await ChangeIncidentAsync(changed =>
        {
            changed.Describe(changed.Title, Severity.Sev1, "");
            changed.TellTimes(new IncidentTimes(Impact: new TimePoint(Noon.AddDays(-9), Precision.Day)), "Europe/Berlin");
            changed.Affects([service.Id]);
        });

        var entries = await MineAsync();

        entries.Count.ShouldBe(5);
        entries.ShouldAllBe(e => e.Severity == "Sev1" && e.At == Noon.AddDays(-9) && e.ServiceIds.SequenceEqual(new[] { service.Id }));

        await ChangeIncidentAsync(changed => changed.Affects([]));

        (await MineAsync()).ShouldAllBe(e => e.ServiceIds.Count == 0);
    }

    [Fact]
    public async Task What_is_deleted_leaves_and_what_is_restored_comes_back()
    {
        await ChangeIncidentAsync(changed => changed.Delete(ada.Id, Noon));
        await ChangePostmortemAsync(changed => changed.Delete(ada.Id, Noon));

        (await MineAsync()).ShouldBeEmpty();

        await ChangeIncidentAsync(changed => changed.Restore());
        await ChangePostmortemAsync(changed => changed.Restore());

        (await MineAsync()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task New_words_replace_the_old_ones()
    {
        await WriteAsync("Nobody could print.");

        (await MineAsync()).Single(e => e.SubjectId == postmortem.Id).Body.ShouldBe("Nobody could print.");
    }

    [Fact]
    public async Task States_follow_the_work()
    {
        await ChangePostmortemAsync(changed => changed.ArriveFinished(ada.Id, Noon));
        await ChangeAsync(async db => (await db.ActionItems.SingleAsync(i => i.Id == item.Id)).Close(ada.Id, "PR 1204", Noon));

        var states = (await MineAsync()).ToDictionary(e => e.SubjectId, e => e.State);

        states[postmortem.Id].ShouldBe("Published");
        states[cause.Id].ShouldBe("Published");
        states[item.Id].ShouldBe("Done");
        states[incident.Id].ShouldBeNull();
    }

    [Fact]
    public async Task A_document_of_five_megabytes_of_different_words_is_kept_and_found_to_the_end()
    {
        var huge = string.Join(' ', Enumerable.Range(0, 360_000).Select(n => $"é{n:x}-x/y{n:x}"));
        huge.Length.ShouldBeGreaterThan(5_000_000);

        await WriteAsync(huge);
        var parts = (await MineAsync()).Where(e => e.SubjectId == postmortem.Id).OrderBy(e => e.Part).ToList();
        var found = await new SearchEverything(database).RunAsync(new Actor(ada.Id, Role.Viewer), new SearchRequest("y57e3f"));

        string.Concat(parts.Select(part => part.Body)).ShouldBe(huge);
        found.Rows.Single().SubjectId.ShouldBe(postmortem.Id);
    }

    [Fact]
    public async Task A_shorter_document_leaves_no_old_part_behind()
    {
        await WriteAsync(new string('a', 70_000) + " tail");
        (await MineAsync()).Count(e => e.SubjectId == postmortem.Id).ShouldBe(2);

        await WriteAsync("Short.");

        (await MineAsync()).Count(e => e.SubjectId == postmortem.Id).ShouldBe(1);
    }

    private Task AddAsync(params object[] entities) => ChangeAsync(db =>
    {
        db.AddRange(entities);
        return Task.CompletedTask;
    });

    private Task ChangeIncidentAsync(Action<Incident> change) =>
        ChangeAsync(async db => change(await db.Incidents.Include(i => i.Services).SingleAsync(i => i.Id == incident.Id)));

    private Task ChangePostmortemAsync(Action<Postmortem> change) => ChangeAsync(async db => change(await db.Postmortems.SingleAsync(p => p.Id == postmortem.Id)));

    private Task WriteAsync(string text) => ChangeAsync(async db =>
    {
        var current = await db.Documents.SingleAsync(d => d.PostmortemId == postmortem.Id);
        current.Write(text, current.Version, ada.Id, Noon).ShouldBeTrue();
    });

    private async Task ChangeAsync(Func<PostmortemsDb, Task> change)
    {
        await using var db = database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    private async Task<List<SearchEntry>> MineAsync()
    {
        Guid[] mine = [incident.Id, entry.Id, postmortem.Id, cause.Id, item.Id];
        return [.. (await EntriesAsync()).Where(e => mine.Contains(e.SubjectId))];
    }

    private async Task<List<SearchEntry>> EntriesAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.SearchEntries.AsNoTracking().ToListAsync();
    }
}
