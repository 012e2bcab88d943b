using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Writing;
using Postmortems.Tests.ActionItems;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Home;

public sealed class HomeTests : IClassFixture<HomeTests.Story>
{
    private readonly PostmortemsApp app;

    public HomeTests(Story story) => app = story.App;

    [Fact]
    public async Task Says_what_waits_for_me_and_not_what_waits_for_others()
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Home);

        var waiting = page.QuerySelectorAll("[aria-labelledby=h-write] .what").Select(line => line.TextContent);
        waiting.ShouldBe(["Ada's draft", "Grace asks for a reading"], ignoreOrder: true);
        page.QuerySelectorAll("[aria-labelledby=h-items] .what").Select(line => line.TextContent).ShouldBe(["Overdue promise", "Promise without a date"]);
        page.QuerySelector("[aria-labelledby=h-items] .due.over")!.TextContent.ShouldContain("3 days over");
        page.QuerySelector("[aria-labelledby=h-again] .why")!.TextContent.ShouldContain("seen once since");
    }

    [Fact]
    public async Task Offers_what_is_new_with_one_sentence_and_what_happened_a_year_ago()
    {
        using var page = await app.ClientFor(app.Eve).PageAsync(Urls.Home);

        page.QuerySelector(".reading-list .lesson")!.TextContent.ShouldBe("“A green backup job says nothing about reading.”");
        page.QuerySelector("aside")!.TextContent.ShouldContain("A year ago today");
        page.QuerySelector("aside")!.TextContent.ShouldContain("One action item is still open.");
    }

    [Fact]
    public async Task Costs_few_commands()
    {
        using var ada = app.ClientFor(app.Ada);
        using var first = await ada.PageAsync(Urls.Home);
        app.Commands.Forget();

        using var page = await ada.PageAsync(Urls.Home);

        app.Commands.SeenInRequests.Count.ShouldBeInRange(1, 7, string.Join("\n\n", app.Commands.SeenInRequests));
    }

    /// <summary>One database for all of them; nothing in it is changed.</summary>
    public sealed class Story : IAsyncLifetime
    {
        public PostmortemsApp App { get; } = new();

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
            var now = DateTimeOffset.UtcNow;
            var today = DateOnly.FromDateTime(now.UtcDateTime);

            await WriteAsync("Ada's draft", App.Ada.Id, now);
            await WriteAsync("Grace's draft", App.Grace.Id, now);
            await WriteAsync("Grace asks for a reading", App.Grace.Id, now, written => written.AskForReview(App.Grace.Id, now));
            var published = await WriteAsync("A backup could not be read", App.Grace.Id, now.AddYears(-1), written => written.ArriveFinished(App.Grace.Id, now));

            await App.PromiseAsync(published, "Overdue promise", App.Ada.Id, today.AddDays(-3));
            await App.PromiseAsync(published, "Done promise", App.Ada.Id, then: item => item.Close(App.Ada.Id, "PR", now));
            await App.PromiseAsync(await WriteAsync("Another", App.Grace.Id, now, written => written.Delete(App.Grace.Id, now)), "Of a deleted postmortem", App.Ada.Id);
            await App.PromiseAsync(await WriteAsync("Third", App.Grace.Id, now), "Promise without a date", App.Ada.Id);

            var cause = new Cause(published.Id, "Backups were never read", CauseRole.MadePossible, 0, App.Ada.Id, now);
            var pattern = new Pattern(now);
            pattern.Describe("Backups that nobody reads", "");
            pattern.Automate(new Automation("Read ten rows", "", null, now.AddDays(-20)), now);
            var member = new PatternMember(pattern.Id, cause.Id);
            member.Measure(0.8, ["backup"], now.AddDays(-2));
            pattern.ComeBack(now.AddDays(-2), now);
            await App.StoreAsync(cause, pattern, member);
        }

        public Task DisposeAsync() => App.DisposeAsync();

        private async Task<Postmortem> WriteAsync(string title, Guid owner, DateTimeOffset happened, Action<Postmortem>? then = null)
        {
            var incident = new Incident(title, Severity.Sev3, "Etc/UTC", owner, happened);
            var postmortem = new Postmortem(title, "plain", owner, [incident.Id], DateTimeOffset.UtcNow);
            then?.Invoke(postmortem);
            await App.StoreAsync(incident, postmortem, new Document(postmortem.Id, "## Lessons\n\nA green backup job says nothing about reading. More.\n", owner, happened));
            return postmortem;
        }
    }
}
