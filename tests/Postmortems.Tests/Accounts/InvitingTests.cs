using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class InvitingTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly StoppedClock clock = new();
    private readonly User grace = new($"{Guid.NewGuid():n}@example.com", "Grace", Role.Administrator, DateTimeOffset.UnixEpoch);

    private Actor Grace => new(grace.Id, Role.Administrator);

    public async Task InitializeAsync()
    {
        await using var db = database.CreateDbContext();
        db.Users.Add(grace);
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Gives_one_account_with_the_role_of_the_link()
    {
        var secret = await Invite().RunAsync(Grace, Guid.CreateVersion7(), Role.Editor, "Ada of payments");

        (await Read().RunAsync(secret))!.InvitedBy.ShouldBe("Grace");
        var ada = await Accept().RunAsync(secret, Someone());

        ada.Role.ShouldBe(Role.Editor);
        (await Read().RunAsync(secret)).ShouldBeNull();
        (await Should.ThrowAsync<RuleBrokenException>(Accept().RunAsync(secret, Someone()))).Code.ShouldBe("invitation/closed");
    }

    [Fact]
    public async Task Gives_one_account_when_ten_follow_the_link_at_once()
    {
        var secret = await Invite().RunAsync(Grace, Guid.CreateVersion7(), Role.Viewer, "");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TryAsync(secret))));

        outcomes.Count(won => won).ShouldBe(1);
    }

    [Fact]
    public async Task Ends_after_a_week_or_when_withdrawn()
    {
        var withdrawn = Guid.CreateVersion7();
        var first = await Invite().RunAsync(Grace, withdrawn, Role.Viewer, "");
        var second = await Invite().RunAsync(Grace, Guid.CreateVersion7(), Role.Viewer, "");

        await new WithdrawInvitation(database, clock).RunAsync(Grace, withdrawn);

        (await Read().RunAsync(first)).ShouldBeNull();
        (await Read().RunAsync(second)).ShouldNotBeNull();
        clock.Now += Invitation.Lifetime;
        (await Read().RunAsync(second)).ShouldBeNull();
        await Should.ThrowAsync<RuleBrokenException>(Accept().RunAsync(second, Someone()));
    }

    [Fact]
    public async Task Makes_one_invitation_of_a_form_that_was_sent_twice_and_shows_a_link_that_works()
    {
        var id = Guid.CreateVersion7();

        var unseen = await Invite().RunAsync(Grace, id, Role.Viewer, "Ada");
        var seen = await Invite().RunAsync(Grace, id, Role.Viewer, "Ada");

        (await Read().RunAsync(unseen)).ShouldBeNull();
        (await Read().RunAsync(seen)).ShouldNotBeNull();
        clock.Now += TimeSpan.FromMinutes(5);
        (await Should.ThrowAsync<RuleBrokenException>(Invite().RunAsync(Grace, id, Role.Viewer, "Ada"))).Code.ShouldBe("secret/shown-once");
    }

    [Fact]
    public async Task Keeps_the_link_open_when_the_address_is_taken()
    {
        var secret = await Invite().RunAsync(Grace, Guid.CreateVersion7(), Role.Viewer, "");

        var taken = await Should.ThrowAsync<RuleBrokenException>(Accept().RunAsync(secret, Someone() with { Email = grace.Email!.ToUpperInvariant() }));

        taken.Code.ShouldBe("account/email-taken");
        (await Read().RunAsync(secret)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_no_secret()
    {
        var secret = await Invite().RunAsync(Grace, Guid.CreateVersion7(), Role.Viewer, "");

        await using var db = database.CreateDbContext();
        var rows = await db.Database.SqlQuery<string>($"SELECT i::text AS \"Value\" FROM invitations i UNION ALL SELECT a::text FROM audit_log a").ToListAsync();
        rows.ShouldAllBe(row => !row.Contains(secret));
        secret.Length.ShouldBeGreaterThan(32);
    }

    private static NewAccount Someone() => new("Ada", $"{Guid.NewGuid():n}@example.com", "a quiet heron at noon");

    private async Task<bool> TryAsync(string secret)
    {
        try
        {
            await Accept().RunAsync(secret, Someone());
            return true;
        }
        catch (RuleBrokenException late) when (late.Code == "invitation/closed")
        {
            return false;
        }
    }

    private InvitePerson Invite() => new(database, clock);

    private ReadInvitation Read() => new(database, clock);

    private AcceptInvitation Accept() => new(database, clock);
}
