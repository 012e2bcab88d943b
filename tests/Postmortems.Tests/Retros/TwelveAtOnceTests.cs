using System.Net;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

public sealed class TwelveAtOnceTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RetroStory story = new(app);

    public async Task InitializeAsync()
    {
        if (story.Pool is null)
        {
            await story.TellAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Vote_on_two_instances_and_all_hear_when_it_is_shown()
    {
        await using var another = await app.StartAnotherAsync();
        var people = Enumerable.Range(1, 12).Select(seat => new User($"seat{seat}@example.org", $"Seat {seat}", seat % 3 == 0 ? Role.Editor : Role.Viewer, DateTimeOffset.UtcNow)).ToList();
        await app.StoreAsync([.. people]);
        var number = await story.BeginAsync("Twelve");
        var card = (await story.GoToAsync(number, RetroStep.Patterns)).Current!;
        var windows = await Task.WhenAll(people.Select((person, seat) => RetroWindow.OpenAsync(app, person, number, seat % 2 == 0 ? null : another)));
        await Task.WhenAll(windows.Select(window => window.SitAsync()));

        await Task.WhenAll(windows.Select((window, seat) => window.VoteAsync(seat < 9 ? "High" : "Low")));

        var hidden = (await story.ReadAsync(number)).Current!;
        (hidden.VotesIn, hidden.Tally).ShouldBe((12, null));
        await Task.WhenAll(windows.Select(window => window.HearsAsync(RetroBell.Count)));
        (await windows[0].ReadsAsync()).ShouldContain("Your vote is in");

        await app.UseCase<RevealVotes>().RunAsync(story.Ada, number, card.Id);

        await Task.WhenAll(windows.Select(window => window.HearsAsync(RetroBell.Step)));
        var read = await Task.WhenAll(windows.Select(window => window.ReadsAsync()));
        read.ShouldAllBe(page => page.Contains("12 of 12 in", StringComparison.Ordinal) && page.Contains("9 high, 0 middle, 3 low", StringComparison.Ordinal));
        await Task.WhenAll(windows.Select(window => window.DisposeAsync().AsTask()));
    }

    [Theory]
    [InlineData("/retros/{0}")]
    [InlineData("/retros/{0}/part")]
    [InlineData("/retros/{0}/projector")]
    [InlineData("/retros/{0}/lead")]
    [InlineData("/retros/{0}/minutes")]
    public async Task Cost_the_same_few_commands_however_much_is_in_the_pack(string page)
    {
        var number = await story.BeginAsync(page);
        using var client = app.ClientFor(app.Ada);
        var few = await CommandsAsync(client, string.Format(System.Globalization.CultureInfo.InvariantCulture, page, number));
        await app.UseCase<AddToPack>().RunAsync(story.Ada, number, await NumberOfAsync(story.Certificate.Id));

        foreach (var card in (await story.ReadAsync(number)).Cards)
        {
            await app.UseCase<SayInRetro>().RunAsync(story.Ada, number, Guid.CreateVersion7(), card.Id, "Why then?");
        }

        var more = await CommandsAsync(client, string.Format(System.Globalization.CultureInfo.InvariantCulture, page, number));

        more.ShouldBe(few);
        more.ShouldBeLessThanOrEqualTo(15);
    }

    [Fact]
    public async Task May_not_lead_without_being_an_editor_and_may_take_part()
    {
        var number = await story.BeginAsync("Reader");
        using var eve = app.ClientFor(app.Eve);
        var page = await eve.PageAsync($"/retros/{number}/part");

        using var seated = await eve.SubmitAsync(page, "form[action$='/seat']");
        seated.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var forged = await eve.PostAsync($"/retros/{number}/run", new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "Next", ["step"] = "Opening" }));
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await eve.PageAsync($"/retros/{number}/projector")).QuerySelectorAll("form").ShouldBeEmpty();
    }

    private async Task<int> CommandsAsync(HttpClient client, string address)
    {
        using var _ = await client.PageAsync(address);
        app.Commands.Forget();
        using var page = await client.PageAsync(address);
        return app.Commands.SeenInRequests.Count;
    }

    private async Task<int> NumberOfAsync(Guid pattern)
    {
        await using var db = app.OpenDatabase();
        return (await db.Patterns.FindAsync(pattern))!.Number;
    }
}
