using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class ApiTokensTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly StoppedClock clock = new();
    private readonly User ada = new($"{Guid.NewGuid():n}@example.com", "Ada", Role.Editor, DateTimeOffset.UnixEpoch);

    private Actor Ada => new(ada.Id, ada.Role);

    public async Task InitializeAsync()
    {
        await using var db = database.CreateDbContext();
        db.Users.Add(ada);
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Act_for_their_owner_until_revoked()
    {
        var id = Guid.CreateVersion7();
        var token = await Make().RunAsync(Ada, id, "laptop");

        token.ShouldStartWith("pmt_");
        (await Recognise().RunAsync(token)).ShouldNotBeNull().UserId.ShouldBe(ada.Id);
        (await new ReadAccount(database).RunAsync(Ada)).Tokens.ShouldHaveSingleItem().UsedAt.ShouldBe(clock.Now);
        (await new RevokeApiToken(database, clock).RunAsync(new Actor(Guid.CreateVersion7(), Role.Administrator), id)).ShouldBeFalse();
        (await Recognise().RunAsync(token)).ShouldNotBeNull();
        (await new RevokeApiToken(database, clock).RunAsync(Ada, id)).ShouldBeTrue();
        (await Recognise().RunAsync(token)).ShouldBeNull();
        (await new ReadAccount(database).RunAsync(Ada)).Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Have_the_rights_that_their_owner_has_now()
    {
        var token = await Make().RunAsync(Ada, Guid.CreateVersion7(), "laptop");

        await ChangeAsync(user => user.GiveRole(Role.Viewer));
        (await Recognise().RunAsync(token))!.Role.ShouldBe(Role.Viewer);
        await ChangeAsync(user => user.Disable(clock.Now));
        (await Recognise().RunAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task Are_not_guessed_from_what_is_kept()
    {
        var token = await Make().RunAsync(Ada, Guid.CreateVersion7(), "laptop");

        await using var db = database.CreateDbContext();
        var kept = await db.ApiTokens.SingleAsync(t => t.UserId == ada.Id);
        kept.SecretHash.ShouldNotContain(token[4..]);
        (await Recognise().RunAsync(kept.SecretHash)).ShouldBeNull();
        (await Recognise().RunAsync(ApiToken.Prefix + kept.SecretHash)).ShouldBeNull();
    }

    private async Task ChangeAsync(Action<User> change)
    {
        await using var db = database.CreateDbContext();
        change(await db.Users.SingleAsync(u => u.Id == ada.Id));
        await db.SaveChangesAsync();
    }

    private MakeApiToken Make() => new(database, clock);

    private RecogniseApiToken Recognise() => new(database, clock);
}
