using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Incidents;

public sealed class ChangingAnIncidentTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    private readonly Actor ada = new(Guid.CreateVersion7(), Role.Editor);
    private readonly Actor eve = new(Guid.CreateVersion7(), Role.Viewer);

    [Fact]
    public async Task Keeps_services_windows_and_times_as_they_were_told_last()
    {
        var (pool, api) = (new Service($"pool-{Guid.NewGuid():n}", "", ""), new Service($"api-{Guid.NewGuid():n}", "", ""));
        await StoreAsync(pool, api);
        var number = await RecordAsync(Facts("Labels fail") with { ServiceIds = [pool.Id], Windows = [Window(0, 10, "8% failed")] });
        var before = await ReadAsync(number);
        var told = Facts("Labels could not be created") with
        {
            Severity = Severity.Sev2,
            Times = new(Impact: At(0), Detected: At(9), Resolved: At(78)),
            ServiceIds = [api.Id],
            Windows = [Window(0, 10, "8% failed"), Window(10, 47, "44% failed")],
        };

        var saved = await new ReviseIncident(database, TimeProvider.System).RunAsync(ada, number, told, before.Version);
        var after = await ReadAsync(number);

        saved.ShouldBe(Saved.Done);
        after.Title.ShouldBe("Labels could not be created");
        after.Services.ShouldBe([new ServiceName(api.Id, api.Name)]);
        after.Windows.Select(window => window.Text).ShouldBe(["8% failed", "44% failed"]);
        after.Times.ShouldBe(told.Times);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changes_nothing_when_somebody_saved_in_between(bool onlyServicesChanged)
    {
        var pool = new Service($"pool-{Guid.NewGuid():n}", "", "");
        await StoreAsync(pool);
        var number = await RecordAsync(Facts("Labels fail"));
        var seen = (await ReadAsync(number)).Version;
        var revise = new ReviseIncident(database, TimeProvider.System);
        await revise.RunAsync(ada, number, onlyServicesChanged ? Facts("Labels fail") with { ServiceIds = [pool.Id] } : Facts("Grace was first"), seen);

        var second = await revise.RunAsync(ada, number, Facts("Ada was second"), seen);

        second.ShouldBe(Saved.ChangedMeanwhile);
        (await ReadAsync(number)).Title.ShouldBe(onlyServicesChanged ? "Labels fail" : "Grace was first");
    }

    [Fact]
    public async Task Recorded_twice_by_one_form_is_one_incident()
    {
        var id = Guid.CreateVersion7();
        var record = new RecordIncident(database, TimeProvider.System);

        var first = await record.RunAsync(ada, id, Facts("Labels fail"));
        var again = await record.RunAsync(ada, id, Facts("Labels fail"));

        again.ShouldBe(first);
    }

    [Fact]
    public async Task Deleted_is_seen_by_those_who_can_restore_it()
    {
        var number = await RecordAsync(Facts("A drill, recorded by mistake"));

        await new DeleteIncident(database, TimeProvider.System).RunAsync(ada, number);

        (await new ReadIncident(database).RunAsync(eve, number)).ShouldBeNull();
        (await ReadAsync(number)).Deletion.ShouldNotBeNull();
        (await new ListDeletedIncidents(database).RunAsync(ada)).ShouldContain(deleted => deleted.Number == number);
        await new RestoreIncident(database, TimeProvider.System).RunAsync(ada, number);
        (await new ReadIncident(database).RunAsync(eve, number)).ShouldNotBeNull();
        await using var db = database.CreateDbContext();
        var id = (await ReadAsync(number)).Id;
        (await db.AuditLog.Where(entry => entry.SubjectId == id).OrderBy(entry => entry.At).Select(entry => entry.Verb).ToListAsync())
            .ShouldBe(["incident/recorded", "incident/deleted", "incident/restored"]);
    }

    [Fact]
    public async Task Is_not_deleted_under_its_postmortem()
    {
        var author = new User($"{Guid.NewGuid():n}@example.org", "Ada", Role.Editor, Noon);
        var number = await RecordAsync(Facts("Labels fail"));
        await StoreAsync(author, new Postmortem("Labels", "plain", author.Id, [(await ReadAsync(number)).Id], Noon));

        var refused = await Should.ThrowAsync<RuleBrokenException>(() => new DeleteIncident(database, TimeProvider.System).RunAsync(ada, number));

        refused.Code.ShouldBe("incident/written-about");
    }

    [Fact]
    public async Task Is_refused_to_a_viewer()
    {
        var number = await RecordAsync(Facts("Labels fail"));

        await Should.ThrowAsync<RuleBrokenException>(() => new RecordIncident(database, TimeProvider.System).RunAsync(eve, Guid.CreateVersion7(), Facts("Mine")));
        await Should.ThrowAsync<RuleBrokenException>(() => new ReviseIncident(database, TimeProvider.System).RunAsync(eve, number, Facts("Mine"), 0));
        await Should.ThrowAsync<RuleBrokenException>(() => new DeleteIncident(database, TimeProvider.System).RunAsync(eve, number));
    }

    private async Task<int> RecordAsync(IncidentFacts facts) => (await new RecordIncident(database, TimeProvider.System).RunAsync(ada, Guid.CreateVersion7(), facts)).Key;

    private async Task<IncidentView> ReadAsync(int number) => (await new ReadIncident(database).RunAsync(ada, number))!;

    private async Task StoreAsync(params object[] entities)
    {
        await using var db = database.CreateDbContext();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    private static IncidentFacts Facts(string title) => new(title, Severity.Sev3, "", "Europe/Berlin", new(), [], []);

    private static TimePoint At(int minutes) => new(Noon.AddMinutes(minutes), Precision.Minute);

    private static ImpactWindow Window(int from, int until, string text) => new(At(from), At(until), text);
}
