using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed class ImportingTests : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly DatabaseFixture database;
    private readonly User ada = new($"{Guid.NewGuid():n}@example.org", "Ada Okafor", Role.Editor, DateTimeOffset.UtcNow);
    private readonly Actor actor;
    private readonly BeginImport begin;
    private readonly ConfirmImport confirm;

    /// <summary>Makes this test's documents different from the others'.</summary>
    private readonly string mark = Guid.NewGuid().ToString("n");

    public ImportingTests(DatabaseFixture database)
    {
        this.database = database;
        actor = new Actor(ada.Id, Role.Editor);
        begin = new BeginImport(database, TimeProvider.System);
        confirm = new ConfirmImport(database, TimeProvider.System);
    }

    public async Task InitializeAsync()
    {
        await using var db = database.CreateDbContext();
        db.Add(ada);
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Makes_an_incident_and_a_published_postmortem_of_what_the_document_states()
    {
        var service = new Service($"label-db-{mark}", "", "");
        await using (var db = database.CreateDbContext())
        {
            db.Add(service);
            await db.SaveChangesAsync();
        }

        var text = $"""
            # label-db failover took 40 minutes

            Date: 2025-03-11
            Severity: SEV-2
            Services: label-db-{mark}

            ## Summary

            The primary lost its disk.

            ## Timeline (UTC)

            - 09:14 alerts on replication lag
            - 09:54 writes work again

            ## Root cause

            - The controller has a quorum of two.

            ## Action items

            | Action | Owner | Status |
            | --- | --- | --- |
            | Third controller node | Jonas | Done |
            | Drill the failover every quarter | | Open |

            """;

        var file = await ImportAsync(zone: null, ("2025-03-11-label-db.md", text));
        var (incident, postmortem, document) = await StoredAsync(file.Single());

        incident.Title.ShouldBe("label-db failover took 40 minutes");
        incident.Severity.ShouldBe(Severity.Sev2);
        incident.Summary.ShouldBe("The primary lost its disk.");
        incident.Services.Single().ServiceId.ShouldBe(service.Id);
        incident.ListedAt.UtcDateTime.Date.ShouldBe(new DateTime(2025, 3, 11));
        postmortem.State.ShouldBe(PostmortemState.Published);
        document.Text.ShouldBe(text);

        await using var read = database.CreateDbContext();
        var entries = await read.TimelineEntries.Where(e => e.IncidentId == incident.Id).OrderBy(e => e.Order).ToListAsync();
        entries.Select(e => e.When!.At).ShouldBe([new(2025, 3, 11, 9, 14, 0, TimeSpan.Zero), new(2025, 3, 11, 9, 54, 0, TimeSpan.Zero)]);
        var cause = await read.Causes.SingleAsync(c => c.PostmortemId == postmortem.Id);
        cause.Statement.ShouldBe("The controller has a quorum of two.");
        cause.Leaf.ShouldBeNull();
        cause.Role.ShouldBe(CauseRole.MadePossible);
        var items = await read.ActionItems.Where(i => i.PostmortemId == postmortem.Id).OrderBy(i => i.Number).ToListAsync();
        items.Select(i => (i.Title, i.State, i.OwnerAsWritten)).ShouldBe(
            [("Third controller node", ActionItemState.Done, "Jonas"), ("Drill the failover every quarter", ActionItemState.Open, "")], ignoreOrder: true);
        items.Single(i => !i.IsOpen).Closure!.Evidence.ShouldBe("Marked as done in the imported document.");
        (await read.Errands.AnyAsync(e => e.Kind == "patterns/recompute")).ShouldBeTrue();
    }

    [Fact]
    public async Task Makes_no_time_up()
    {
        var text = $"# Something broke {mark}\n\n## Timeline\n\n- 14:05 it broke\n- 14:09 it worked\n";

        var (incident, _, _) = await StoredAsync((await ImportAsync(zone: null, ("notes.md", text))).Single());

        incident.Times.ShouldBe(new IncidentTimes());
        await using var db = database.CreateDbContext();
        var entries = await db.TimelineEntries.Where(e => e.IncidentId == incident.Id).OrderBy(e => e.Order).ToListAsync();
        entries.ShouldAllBe(e => e.When == null);
        entries.Select(e => e.AsWritten).ShouldBe(["14:05", "14:09"]);
    }

    [Fact]
    public async Task The_end_of_a_stretch_of_time_stays_in_the_words_of_its_entry()
    {
        var text = $"# Depot closed {mark}\n\n## Timeline (UTC)\n\n- 2025-03-11 09:14–09:40 pods restarted\n  one by one\n- 2025-03-11 09:41 it worked\n";

        var (incident, _, _) = await StoredAsync((await ImportAsync(null, ("depot.md", text))).Single());

        await using var db = database.CreateDbContext();
        var entries = await db.TimelineEntries.Where(e => e.IncidentId == incident.Id).OrderBy(e => e.Order).ToListAsync();
        entries[0].When.ShouldBe(new TimePoint(new(2025, 3, 11, 9, 14, 0, TimeSpan.Zero), Precision.Minute));
        entries.Select(e => e.Text).ShouldBe(["pods restarted one by one (2025-03-11 09:14–09:40)", "it worked"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Europe/Berlin")]
    public async Task A_time_that_was_told_as_about_stays_so(string? zone)
    {
        var text = $"# Depot closed {mark}{zone}\n\n## Timeline\n\n- 2025-03-11 09:14 first complaint\n- about 09:20 second complaint\n";

        var (incident, _, _) = await StoredAsync((await ImportAsync(zone, ("depot.md", text))).Single());

        await using var db = database.CreateDbContext();
        var entry = await db.TimelineEntries.SingleAsync(e => e.IncidentId == incident.Id && e.Text == "second complaint");
        entry.When?.Precision.ShouldBe(Precision.About);
        (entry.When is null ? entry.AsWritten : "about 09:20")!.ShouldEndWith("about 09:20");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Europe/Berlin", "2025-03-11T08:14:00Z")]
    public async Task Times_without_a_zone_are_kept_as_written_until_somebody_says_the_zone(string? zone, string? instant)
    {
        var text = $"# Depot closed {mark}{zone}\n\n## Timeline\n\n- 2025-03-11 09:14 first complaint\n";

        var file = (await ImportAsync(zone, ("depot.md", text))).Single();
        var (incident, _, _) = await StoredAsync(file);

        file.LacksZone.ShouldBeTrue();
        await using var db = database.CreateDbContext();
        var entry = await db.TimelineEntries.SingleAsync(e => e.IncidentId == incident.Id);
        entry.When?.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture).ShouldBe(instant);
        (entry.When is null).ShouldBe(instant is null);
        entry.AsWritten.ShouldBe("2025-03-11 09:14");
    }

    [Fact]
    public async Task An_item_that_the_document_marks_as_done_was_closed_at_a_time_that_nobody_states()
    {
        var text = $"# Depot closed {mark}\n\n## Action items\n\n| Action | Status |\n| --- | --- |\n| Third node {mark} | Done |\n| Fourth node {mark} | Won't do |\n| Fifth node {mark} | In progress |\n";

        var (_, postmortem, _) = await StoredAsync((await ImportAsync(null, ("depot.md", text))).Single());

        await using var db = database.CreateDbContext();
        var items = await db.ActionItems.Where(i => i.PostmortemId == postmortem.Id).ToDictionaryAsync(i => i.Title.Split(' ')[0]);
        items["Third"].State.ShouldBe(ActionItemState.Done);
        items["Third"].Closure!.At.Known().ShouldBeNull();
        items["Fourth"].Decline!.At.Known().ShouldBeNull();
        items["Fifth"].State.ShouldBe(ActionItemState.InProgress);
        items["Fifth"].StartedAt!.Value.Known().ShouldBeNull();

        var list = new ListActionItems(database);
        var about = new ActionItemFilter(Words: mark);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        (await list.RunAsync(actor, ActionItemView.ToVerify, about, today)).Rows.ShouldBeEmpty();
        var closed = (await list.RunAsync(actor, ActionItemView.Closed, about, today)).Rows;
        closed.Select(row => (row.State, row.SettledOn)).ShouldBe([(ActionItemState.Done, null), (ActionItemState.Declined, null)], ignoreOrder: true);
        var first = new ActionItemKey(null, closed[0].SettledAt, closed[0].Number);
        (await list.RunAsync(actor, ActionItemView.Closed, about, today, ActionItemKey.Read(first.ToString()))).Rows.Select(row => row.Number).ShouldBe([closed[1].Number]);
        var board = await new ReadBoard(database, TimeProvider.System).RunAsync(actor, ActionItemView.Open, about);
        board.ToVerify.ShouldBeEmpty();
        board.ClosedLately.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_file_is_listed_with_its_reason_and_never_stops_the_rest()
    {
        var latin = Encoding.Latin1.GetBytes($"# Störung {mark}\n");
        DroppedFile[] files =
        [
            new("plan.pdf", [0x25, 0x50, 0x44, 0x46, 0x2D]),
            new("empty.md", []),
            new("odd.md", [0x23, 0x20, 0x00, 0x41]),
            new("huge.md", new byte[ImportLimits.LargestFile + 1]),
            new("latin.md", latin),
            new("again.md", latin),
        ];

        var outcomes = (await ImportAsync(null, files)).ToDictionary(file => file.Name);

        outcomes["plan.pdf"].Problem!.ShouldContain("PDF");
        outcomes["empty.md"].Problem!.ShouldContain("empty");
        outcomes["odd.md"].Problem!.ShouldContain("no text");
        outcomes["huge.md"].Problem!.ShouldContain("larger than 6 MB");
        outcomes["again.md"].Problem!.ShouldContain("latin.md");
        outcomes["latin.md"].Problem.ShouldBeNull();
        outcomes["latin.md"].Warnings.ShouldContain(warning => warning.Contains("Windows-1252"));
        (await StoredAsync(outcomes["latin.md"])).Incident.Title.ShouldBe($"Störung {mark}");
    }

    [Fact]
    public async Task Nothing_is_cut_in_silence()
    {
        var text = $"# {new string('t', 300)} {mark}\n\n## Summary\n\n{Words(900)}\n\n## Root cause\n\n- {Words(200)}\n- {Words(900)}\n\n## Action items\n\n- {Words(80)}\n";

        var file = (await ImportAsync(null, ("long.md", text))).Single();
        var (incident, postmortem, document) = await StoredAsync(file);

        document.Text.ShouldBe(text);
        incident.Title.Length.ShouldBeLessThanOrEqualTo(Incident.LongestTitle);
        foreach (var field in new[] { "title", "summary", "cause", "action item" })
        {
            file.Warnings.ShouldContain(warning => warning.Contains(field) && (warning.Contains("longer") || warning.Contains("shortened")), field);
        }

        await using var db = database.CreateDbContext();
        (await db.Causes.Where(c => c.PostmortemId == postmortem.Id).ToListAsync()).ShouldContain(cause => cause.Detail == Words(200));
    }

    [Fact]
    public async Task The_same_document_is_imported_once()
    {
        var text = $"# Carrier webhook refused {mark}\n";
        var first = (await ImportAsync(null, ("a.md", text))).Single();

        var second = (await ImportAsync(null, ("b.md", text.ReplaceLineEndings("\r\n")))).Single();

        second.PostmortemId.ShouldBeNull();
        second.SameAsId.ShouldBe(first.PostmortemId);
    }

    [Fact]
    public async Task Confirming_twice_at_once_imports_once()
    {
        var id = Guid.CreateVersion7();
        await begin.RunAsync(actor, id, [.. Enumerable.Range(0, 60).Select(n => Dropped($"{n}.md", $"# Depot {n} closed {mark}\n"))]);

        await Task.WhenAll(confirm.RunAsync(actor, id, new ToldForAll()), confirm.RunAsync(actor, id, new ToldForAll()));

        await using var db = database.CreateDbContext();
        (await db.Incidents.CountAsync(i => i.Title.EndsWith(mark))).ShouldBe(60);
        (await db.ImportFiles.CountAsync(f => f.BatchId == id && f.PostmortemId != null)).ShouldBe(60);
    }

    [Fact]
    public async Task What_is_left_out_or_discarded_is_not_imported()
    {
        var id = Guid.CreateVersion7();
        await begin.RunAsync(actor, id, [Dropped("keep.md", $"# Keep {mark}\n"), Dropped("leave.md", $"# Leave {mark}\n")]);
        var rows = (await new ReadImport(database).RunAsync(actor, id))!.Rows;
        await new LeaveOutDocuments(database).RunAsync(actor, id, [.. rows.Select(row => row.Id)], [rows[0].Id], new ToldForAll());

        await confirm.RunAsync(actor, id, new ToldForAll());

        await using var db = database.CreateDbContext();
        (await db.Incidents.Where(i => i.Title.EndsWith(mark)).Select(i => i.Title).ToListAsync()).ShouldBe([$"Keep {mark}"]);

        var other = Guid.CreateVersion7();
        await begin.RunAsync(actor, other, [Dropped("never.md", $"# Never {mark}\n")]);
        await new DiscardImport(database, TimeProvider.System).RunAsync(actor, other);

        (await Should.ThrowAsync<RuleBrokenException>(() => confirm.RunAsync(actor, other, new ToldForAll()))).Code.ShouldBe("import/discarded");
    }

    [Fact]
    public async Task A_viewer_may_not_import()
    {
        var eve = new Actor(ada.Id, Role.Viewer);

        await Should.ThrowAsync<RuleBrokenException>(() => begin.RunAsync(eve, Guid.CreateVersion7(), [Dropped("a.md", "# A")]));
        await Should.ThrowAsync<RuleBrokenException>(() => new ReadImport(database).RunAsync(eve, Guid.CreateVersion7()));
    }

    [Theory]
    [InlineData("SEV-2", Severity.Sev2)]
    [InlineData("sev1", Severity.Sev1)]
    [InlineData("P0", Severity.Sev1)]
    [InlineData("S3 (minor)", Severity.Sev3)]
    [InlineData("2", Severity.Sev2)]
    [InlineData("High", Severity.Sev2)]
    [InlineData("Near-miss", Severity.NearMiss)]
    [InlineData("20 minutes", Severity.Unknown)]
    [InlineData("quite bad", Severity.Unknown)]
    [InlineData(null, Severity.Unknown)]
    public void Severity_is_read_as_teams_write_it(string? written, Severity severity) => SeverityReading.Of(written).ShouldBe(severity);

    private static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"word{n}"));

    private static DroppedFile Dropped(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private Task<List<ImportFile>> ImportAsync(string? zone, params (string Name, string Text)[] files) =>
        ImportAsync(zone, [.. files.Select(file => Dropped(file.Name, file.Text))]);

    private async Task<List<ImportFile>> ImportAsync(string? zone, DroppedFile[] files)
    {
        var id = Guid.CreateVersion7();
        await begin.RunAsync(actor, id, files);
        await confirm.RunAsync(actor, id, new ToldForAll(zone));
        await using var db = database.CreateDbContext();
        return await db.ImportFiles.Where(f => f.BatchId == id).OrderBy(f => f.Order).ToListAsync();
    }

    private async Task<(Incident Incident, Postmortem Postmortem, Document Document)> StoredAsync(ImportFile file)
    {
        await using var db = database.CreateDbContext();
        var postmortem = await db.Postmortems.Include(p => p.Incidents).SingleAsync(p => p.Id == file.PostmortemId);
        var about = postmortem.Incidents.Single().IncidentId;
        return (await db.Incidents.Include(i => i.Services).SingleAsync(i => i.Id == about), postmortem, await db.Documents.SingleAsync(d => d.PostmortemId == postmortem.Id));
    }
}
