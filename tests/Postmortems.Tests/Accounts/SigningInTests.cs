using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class SigningInTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Right = "a quiet heron at noon";
    private const string Wrong = "a quiet heron at dusk";

    private readonly StoppedClock clock = new();
    private readonly string email = $"{Guid.NewGuid():n}@example.com";

    [Fact]
    public async Task Takes_the_address_in_any_case_and_the_password_as_it_is()
    {
        var ada = await StoreAsync();

        (await SignIn().RunAsync($" {email.ToUpperInvariant()} ", Right)).User!.Id.ShouldBe(ada.Id);
        (await SignIn().RunAsync(email, Right.ToUpperInvariant())).ShouldBe(SignInOutcome.Refused);
        (await SignIn().RunAsync(email, Right + " ")).ShouldBe(SignInOutcome.Refused);
    }

    [Fact]
    public async Task Tells_a_disabled_person_only_after_the_right_password()
    {
        await StoreAsync(user => user.Disable(clock.Now));

        (await SignIn().RunAsync(email, Wrong)).ShouldBe(SignInOutcome.Refused);
        (await SignIn().RunAsync(email, Right)).ShouldBe(SignInOutcome.Disabled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Waits_longer_after_each_failure_but_never_more_than_a_minute_and_the_same_without_an_account(bool hasAccount)
    {
        if (hasAccount)
        {
            await StoreAsync();
        }

        for (var i = 0; i < SignInTries.Free; i++)
        {
            (await SignIn().RunAsync(email, Wrong)).ShouldBe(SignInOutcome.Refused);
        }

        List<double> waits = [];

        for (var i = 0; i < 8; i++)
        {
            var wait = (await SignIn().RunAsync(email, Right)).WaitFirst!.Value;
            waits.Add(wait.TotalSeconds);
            clock.Now += wait;
            (await SignIn().RunAsync(email, Wrong)).ShouldBe(SignInOutcome.Refused);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
    }

    [Fact]
    public async Task Forgets_failures_with_the_right_password()
    {
        await StoreAsync();

        for (var i = 0; i < SignInTries.Free - 1; i++)
        {
            await SignIn().RunAsync(email, Wrong);
        }

        (await SignIn().RunAsync(email, Right)).User.ShouldNotBeNull();
        (await SignIn().RunAsync(email, Wrong)).ShouldBe(SignInOutcome.Refused);
        (await SignIn().RunAsync(email, Right)).User.ShouldNotBeNull();
    }

    [Fact]
    public async Task Cannot_be_kept_from_a_known_browser_by_a_stranger_who_guesses()
    {
        await StoreAsync();

        for (var i = 0; i < 20; i++)
        {
            await SignIn().RunAsync(email, Wrong);
        }

        (await SignIn().RunAsync(email, Right)).WaitFirst.ShouldNotBeNull();
        (await SignIn().RunAsync(email, Right, knownBrowser: "of Ada")).User.ShouldNotBeNull();
    }

    [Fact]
    public async Task Lets_few_of_many_guesses_at_once_through()
    {
        await StoreAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => SignIn().RunAsync(email, Wrong))));

        outcomes.Count(outcome => outcome.WaitFirst is null).ShouldBe(SignInTries.Free);
    }

    [Fact]
    public async Task Hashes_an_old_password_again()
    {
        await StoreAsync(user => user.PasswordHash = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })).HashPassword(user, Right));

        (await SignIn().RunAsync(email, Right)).User.ShouldNotBeNull();

        await using var db = database.CreateDbContext();
        var kept = (await db.Users.SingleAsync(u => u.Email == email)).PasswordHash;
        Password.Compare(kept, Right).ShouldBe(PasswordMatch.Yes);
    }

    [Fact]
    public async Task Takes_about_as_long_without_an_account()
    {
        await StoreAsync();
        List<double> known = [];
        List<double> unknown = [];

        for (var i = 0; i < 9; i++)
        {
            known.Add(await TimeAsync(email));
            unknown.Add(await TimeAsync($"nobody-{i}@example.com"));
            clock.Now += SignInTries.LongestWait;
        }

        // Generous, for a busy machine; without the comparison with nobody's hash it is less than a tenth.
        (Median(unknown) / Median(known)).ShouldBeInRange(0.6, 1.6);
    }

    private async Task<double> TimeAsync(string address)
    {
        var begun = Stopwatch.GetTimestamp();
        (await SignIn().RunAsync(address, Wrong)).ShouldBe(SignInOutcome.Refused);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private SignIn SignIn() => new(database, clock);

    private async Task<User> StoreAsync(Action<User>? then = null)
    {
        var user = new User(email, "Ada", Role.Editor, clock.Now);
        user.TakePassword(Right);
        then?.Invoke(user);
        await using var db = database.CreateDbContext();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user;
    }
}
