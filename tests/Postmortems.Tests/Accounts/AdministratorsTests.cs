using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class AdministratorsTests : IAsyncLifetime
{
    private readonly DatabaseFixture database = new();
    private readonly StoppedClock clock = new();
    private readonly User grace = new("grace@example.com", "Grace", Role.Administrator, DateTimeOffset.UnixEpoch);
    private readonly User eve = new("eve@example.com", "Eve", Role.Administrator, DateTimeOffset.UnixEpoch);

    private Actor Grace => new(grace.Id, Role.Administrator);

    private Actor Eve => new(eve.Id, Role.Administrator);

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        await using var db = database.CreateDbContext();
        db.Users.AddRange(grace, eve);
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Never_all_leave_by_role_or_by_being_disabled()
    {
        await Change().RunAsync(Grace, eve.Id, Role.Editor);

        (await Should.ThrowAsync<RuleBrokenException>(Change().RunAsync(Grace, grace.Id, Role.Viewer))).Code.ShouldBe("account/last-administrator");
        (await Should.ThrowAsync<RuleBrokenException>(Disable().RunAsync(Grace, grace.Id))).Code.ShouldBe("account/last-administrator");
    }

    [Fact]
    public async Task Never_all_leave_when_two_demote_each_other_at_once()
    {
        await Task.WhenAll(
            Task.Run(() => TryAsync(() => Change().RunAsync(Grace, eve.Id, Role.Viewer))),
            Task.Run(() => TryAsync(() => Disable().RunAsync(Eve, grace.Id))));

        await using var db = database.CreateDbContext();
        (await db.Users.CountAsync(u => u.Role == Role.Administrator && u.DisabledAt == null)).ShouldBe(1);
    }

    [Fact]
    public async Task End_the_sessions_of_whom_they_change()
    {
        var before = await StampAsync();
        await Change().RunAsync(Grace, eve.Id, Role.Editor);
        var changed = await StampAsync();
        await new EndSessions(database, clock).RunAsync(Grace, eve.Id);
        var ended = await StampAsync();
        await Disable().RunAsync(Grace, eve.Id);
        var disabled = await StampAsync();

        new[] { before, changed, ended }.Distinct().Count().ShouldBe(3);
        disabled.ShouldBeNull();
        await new EnablePerson(database, clock).RunAsync(Grace, eve.Id);
        (await StampAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Leave_a_trace_of_what_they_did()
    {
        await Change().RunAsync(Grace, eve.Id, Role.Editor);
        await Disable().RunAsync(Grace, eve.Id);

        await using var db = database.CreateDbContext();
        var log = await db.AuditLog.OrderBy(e => e.Id).ToListAsync();
        log.Select(e => (e.Verb, e.Detail)).ShouldBe([("account/role-changed", "Eve: Administrator to Editor"), ("account/disabled", "Eve")]);
        log.ShouldAllBe(e => e.ActorId == grace.Id && e.SubjectId == eve.Id);
    }

    private async Task<string?> StampAsync() => (await new RecogniseSession(database).RunAsync(eve.Id))?.Stamp;

    private static async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (RuleBrokenException last) when (last.Code == "account/last-administrator")
        {
            // One of the two has to lose.
        }
    }

    private ChangeRole Change() => new(database, clock);

    private DisablePerson Disable() => new(database, clock);
}
