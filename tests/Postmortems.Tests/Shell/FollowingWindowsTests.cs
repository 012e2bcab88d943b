using System.Net.ServerSentEvents;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;
using Postmortems.Web.Shell;

namespace Postmortems.Tests.Shell;

public sealed class FollowingWindowsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FollowingWindows windows = app.Services.GetRequiredService<FollowingWindows>();

    [Fact]
    public async Task Hear_each_kind_once_however_often_it_was_told()
    {
        await using var window = await OpenAsync(7);

        for (var i = 0; i < 100; i++)
        {
            windows.Tell(7, "count");
        }

        windows.Tell(7, "step");
        windows.Tell(8, "other");
        (await NextAsync(window), await NextAsync(window)).ShouldBe(("count", "step"));

        windows.TellAll("again");
        (await NextAsync(window)).ShouldBe("again");
    }

    [Fact]
    public async Task End_with_the_session()
    {
        var person = new User("mara@example.org", "Mara", Role.Viewer, DateTimeOffset.UtcNow);
        await app.StoreAsync(person);
        await using var window = await OpenAsync(7, person);

        await using (var db = app.OpenDatabase())
        {
            (await db.Users.FindAsync(person.Id))!.Disable(DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
        }

        do
        {
            windows.Tell(7, "step");
        }
        while (await window.MoveNextAsync().AsTask().WaitAsync(Patience));
    }

    private async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync(int number, User? person = null)
    {
        var window = windows.FollowAsync(await SessionOfAsync(person ?? app.Ada), number, CancellationToken.None).GetAsyncEnumerator();
        (await NextAsync(window)).ShouldBe("still-here");
        return window;
    }

    private async Task<ClaimsPrincipal> SessionOfAsync(User person)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(person);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> window)
    {
        (await window.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue();
        return window.Current.EventType;
    }
}
