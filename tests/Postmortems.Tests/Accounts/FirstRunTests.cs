using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class FirstRunTests : IAsyncLifetime
{
    private readonly DatabaseFixture database = new();
    private readonly StoppedClock clock = new();
    private readonly NewAccount ada = new("Ada", "ada@example.com", "a quiet heron at noon", "Europe/Berlin");

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Ends_with_the_first_administrator()
    {
        var code = await Prepare().RunAsync();

        var made = await Make().RunAsync(code!.ToUpperInvariant().Replace('-', ' '), ada);

        made.Role.ShouldBe(Role.Administrator);
        made.Zone.ShouldBe("Europe/Berlin");
        (await Prepare().RunAsync()).ShouldBeNull();
        await using var db = database.CreateDbContext();
        (await db.SetupCodes.AnyAsync()).ShouldBeFalse();
        (await db.AuditLog.SingleAsync()).Verb.ShouldBe("account/first-administrator");
        (await Should.ThrowAsync<RuleBrokenException>(Make().RunAsync(code!, ada with { Email = "eve@example.com" }))).Code.ShouldBe("first-run/over");
    }

    [Fact]
    public async Task Takes_only_a_code_of_the_last_day()
    {
        var code = await Prepare().RunAsync();

        (await Should.ThrowAsync<RuleBrokenException>(Make().RunAsync("abcd-efgh-jkmn", ada))).Code.ShouldBe("first-run/code");
        clock.Now += SetupCode.Lifetime;
        (await Should.ThrowAsync<RuleBrokenException>(Make().RunAsync(code!, ada))).Code.ShouldBe("first-run/code");
        var next = await Prepare().RunAsync();
        (await Make().RunAsync(next!, ada)).DisplayName.ShouldBe("Ada");
    }

    [Fact]
    public async Task Has_one_winner_when_ten_try_at_once()
    {
        var code = await Prepare().RunAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => TryAsync(code!, ada with { Email = $"ada{i}@example.com" }))));

        outcomes.Count(won => won).ShouldBe(1);
        await using var db = database.CreateDbContext();
        (await db.Users.CountAsync()).ShouldBe(1);
    }

    private async Task<bool> TryAsync(string code, NewAccount account)
    {
        try
        {
            await Make().RunAsync(code, account);
            return true;
        }
        catch (RuleBrokenException late) when (late.Code == "first-run/over")
        {
            return false;
        }
    }

    private PrepareFirstRun Prepare() => new(database, clock);

    private MakeFirstAdministrator Make() => new(database, clock);
}
