using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Ops;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed class ImportingManyTests : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly DatabaseFixture database;
    private readonly User ada = new($"{Guid.NewGuid():n}@example.org", "Ada Okafor", Role.Editor, DateTimeOffset.UtcNow);
    private readonly Guid batch = Guid.CreateVersion7();
    private readonly ConfirmImport confirm;
    private readonly AcceptImport accept;

    public ImportingManyTests(DatabaseFixture database)
    {
        this.database = database;
        confirm = new ConfirmImport(database, TimeProvider.System);
        accept = new AcceptImport(database, confirm, TimeProvider.System);
    }

    private StopImport Stop => new(database, TimeProvider.System);

    private Actor Actor => new(ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        await using var db = database.CreateDbContext();
        db.Add(ada);
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Many_documents_are_stored_behind_the_scenes_and_each_once()
    {
        await BeginAsync(60);

        await accept.RunAsync(Actor, batch, new ToldForAll("Europe/Berlin", 2025));

        (await ImportedAsync()).ShouldBe(0);
        (await BatchAsync()).IsRunning.ShouldBeTrue();
        await using (var db = database.CreateDbContext())
        {
            (await db.Errands.AnyAsync(e => e.Kind == Errand.ContinueImports)).ShouldBeTrue();
        }

        var go = new ContinueImports(database, confirm);
        await Task.WhenAll(go.RunAsync(), go.RunAsync());
        await go.RunAsync();

        (await ImportedAsync()).ShouldBe(60);
        (await BatchAsync()).ConfirmedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_answers_count_for_all_and_those_given_first_hold()
    {
        await BeginAsync(30);

        await accept.RunAsync(Actor, batch, new ToldForAll("Europe/Berlin", 2025));
        await accept.RunAsync(Actor, batch, new ToldForAll("Asia/Tokyo", 2019));
        await new ContinueImports(database, confirm).RunAsync();

        await using var db = database.CreateDbContext();
        var times = await (
            from file in db.ImportFiles
            where file.BatchId == batch
            from about in db.Postmortems.Where(p => p.Id == file.PostmortemId).SelectMany(p => p.Incidents)
            join entry in db.TimelineEntries on about.IncidentId equals entry.IncidentId
            select entry.When!.At).ToListAsync();
        times.Count.ShouldBe(30);
        times.ShouldAllBe(at => at == new DateTimeOffset(2025, 3, 4, 9, 15, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Without_an_answer_times_stay_as_they_are_written()
    {
        await BeginAsync(1);

        await accept.RunAsync(Actor, batch, new ToldForAll());

        await using var db = database.CreateDbContext();
        var entry = await (
            from file in db.ImportFiles
            where file.BatchId == batch
            from about in db.Postmortems.Where(p => p.Id == file.PostmortemId).SelectMany(p => p.Incidents)
            join told in db.TimelineEntries on about.IncidentId equals told.IncidentId
            select told).SingleAsync();
        entry.When.ShouldBeNull();
        entry.AsWritten.ShouldBe("4 March 10:15");
    }

    [Fact]
    public async Task An_import_that_was_accepted_is_not_discarded_half_way()
    {
        await BeginAsync(30);
        await accept.RunAsync(Actor, batch, new ToldForAll());

        (await Should.ThrowAsync<RuleBrokenException>(() => new DiscardImport(database, TimeProvider.System).RunAsync(Actor, batch))).Code.ShouldBe("import/confirmed");
    }

    [Fact]
    public async Task A_running_import_stops_and_goes_on_where_it_was()
    {
        await BeginAsync(60);
        await accept.RunAsync(Actor, batch, new ToldForAll());
        await StoreSomeAsync(25);

        await Stop.RunAsync(Actor, batch);
        await new ContinueImports(database, confirm).RunAsync();

        (await BatchAsync()).IsStopped.ShouldBeTrue();
        (await ImportedAsync()).ShouldBe(25);
        await using (var db = database.CreateDbContext())
        {
            (await db.AuditLog.SingleAsync(e => e.SubjectId == batch && e.Verb == "import/stopped")).Detail.ShouldBe("25 documents");
            (await new ListOpenImports(database).RunAsync(Actor)).Single(import => import.Id == batch).ShouldSatisfyAllConditions(
                import => import.State.ShouldBe(OpenImportState.Stopped),
                import => import.Imported.ShouldBe(25));
        }

        await accept.RunAsync(Actor, batch, new ToldForAll());
        (await BatchAsync()).IsRunning.ShouldBeTrue();
        await new ContinueImports(database, confirm).RunAsync();

        (await BatchAsync()).ConfirmedAt.ShouldNotBeNull();
        (await ImportedAsync()).ShouldBe(60);
    }

    [Fact]
    public async Task What_has_not_begun_or_is_done_is_not_stopped()
    {
        await BeginAsync(2);
        (await Should.ThrowAsync<RuleBrokenException>(() => Stop.RunAsync(Actor, batch))).Code.ShouldBe("import/not-begun");

        await accept.RunAsync(Actor, batch, new ToldForAll());
        await Stop.RunAsync(Actor, batch);

        (await BatchAsync()).IsStopped.ShouldBeFalse();
        (await ImportedAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(null, 25)]
    [InlineData("Atlantis/Center", null)]
    public async Task An_impossible_answer_is_refused_before_anything_is_stored(string? zone, int? year)
    {
        await BeginAsync(1);

        await Should.ThrowAsync<RuleBrokenException>(() => accept.RunAsync(Actor, batch, new ToldForAll(zone, year)));

        (await BatchAsync()).IsOpen.ShouldBeTrue();
        (await ImportedAsync()).ShouldBe(0);
    }

    private async Task StoreSomeAsync(int count)
    {
        await using var db = database.CreateDbContext();
        var some = await db.ImportFiles.Where(f => f.BatchId == batch).OrderBy(f => f.Order).Take(count).Select(f => f.Id).ToListAsync();
        (await StorePortion.RunAsync(database, TimeProvider.System, Actor, batch, some, CancellationToken.None)).ShouldBeTrue();
    }

    private Task<ImportBatch?> BeginAsync(int count) => new BeginImport(database, TimeProvider.System).RunAsync(
        Actor, batch, [.. Enumerable.Range(0, count).Select(n => new DroppedFile($"{n}.md", Encoding.UTF8.GetBytes($"# Queue {n} stopped {batch:n}\n\n## Timeline\n\n- 4 March 10:15 alarm\n")))]);

    private async Task<ImportBatch> BatchAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.ImportBatches.SingleAsync(b => b.Id == batch);
    }

    private async Task<int> ImportedAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.ImportFiles.CountAsync(f => f.BatchId == batch && f.PostmortemId != null);
    }
}
