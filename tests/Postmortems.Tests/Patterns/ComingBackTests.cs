using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Writing;
using Postmortems.PatternEngine.Recurrence;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

/// <summary>Through the real path: somebody writes a cause, the errand groups, the pattern is open again, and Home tells.</summary>
public sealed class ComingBackTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    private Actor Grace => new(app.Grace.Id, Role.Administrator);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public async Task A_cause_written_after_it_shipped_opens_the_pattern_and_tells_its_owner_first()
    {
        var number = await ShippedAsync();
        await AddCauseAsync();

        await UntilAsync(async () => (await FactsAsync(number)).Reopening is not null);

        var facts = await FactsAsync(number);
        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.Undecided, null)).Rows.ShouldContain(row => row.Number == number);
        var home = await TextAsync(app.Ada, Urls.Home);
        home.ShouldContain("You own that automation; the pattern is open again.");
        home.IndexOf("Seen again since it was automated", StringComparison.Ordinal).ShouldBeLessThan(home.IndexOf("Your action items", StringComparison.Ordinal));
        (await TextAsync(app.Grace, Urls.Home)).ShouldContain($"PAT-{number}, seen once since its automation shipped");
        (await TextAsync(app.Grace, Urls.Home)).ShouldNotContain("You own that automation");
        (await TextAsync(app.Ada, Urls.Pattern(number))).ShouldContain("came back, open again");
        (await TextAsync(app.Ada, Urls.PatternPromises)).ShouldContain("Open again since");
        await using var db = app.OpenDatabase();
        (await db.AuditLog.CountAsync(entry => entry.Verb == "pattern/came-back" && entry.SubjectId == facts.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_confirmed_pattern_comes_back_when_somebody_takes_the_new_cause_in()
    {
        var number = await ShippedAsync();
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        var cause = await AddCauseAsync();
        await UntilAsync(async () => (await app.UseCase<ListSuggestions>().RunAsync(Ada, null)).Rows.Any(row => row.Kind == SuggestionKind.Extend));
        (await FactsAsync(number)).Reopening.ShouldBeNull();
        (await TextAsync(app.Ada, Urls.Pattern(number))).ShouldContain("What waits is not counted here until somebody answers.");
        (await TextAsync(app.Ada, Urls.Home)).ShouldContain($"PAT-{number} may have come back");
        (await TextAsync(app.Ada, Urls.PatternPromises)).ShouldContain("What waits is not counted.");

        await app.UseCase<TakeInMembers>().RunAsync(Grace, number, [cause]);

        await UntilAsync(async () => (await FactsAsync(number)).Reopening is not null);
    }

    [Fact]
    public async Task Planning_anew_closes_it()
    {
        var number = await ShippedAsync();
        await AddCauseAsync();
        await UntilAsync(async () => (await FactsAsync(number)).Reopening is not null);

        var version = (await FactsAsync(number)).Version;
        await app.UseCase<PlanAutomation>().RunAsync(Ada, number, version, new Automation("Also ends long transactions", "", app.Ada.Id, null));
        await app.UseCase<RecomputePatterns>().RunAsync();

        (await FactsAsync(number)).Reopening.ShouldBeNull();
    }

    [Fact]
    public async Task Every_promise_stands_on_one_page_with_its_verdict_and_suggestions_say_how_often_they_are_right()
    {
        var number = await ShippedAsync();
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);

        var promises = await app.UseCase<ListPromises>().RunAsync(Ada);

        promises.Rows.ShouldHaveSingleItem().Owner.ShouldBe("Ada Okafor");
        promises.Watches.Values.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.TooEarly);
        (await TextAsync(app.Ada, Urls.PatternPromises)).ShouldContain("Next verdict possible on");
        var inbox = await TextAsync(app.Ada, Urls.PatternInbox);
        inbox.ShouldContain("How often these are right");
        inbox.ShouldContain("Too few to tell how it is in the long run");
    }

    /// <summary>The pool ran empty twice in May; its automation shipped ten days later.</summary>
    private async Task<int> ShippedAsync()
    {
        await using (var db = app.OpenDatabase())
        {
            await db.Incidents.ExecuteDeleteAsync();
        }

        await story.WriteAsync(["A forklift cut the cable of the yard camera", .. RecurringStory.Pool[..2]]);
        await using (var db = app.OpenDatabase())
        {
            await db.Incidents.Where(incident => incident.Number == db.Incidents.Min(first => first.Number)).ExecuteUpdateAsync(set => set.SetProperty(incident => incident.ListedAt, incident => incident.ListedAt.AddDays(-300)));
        }

        await app.UseCase<RecomputePatterns>().RunAsync();
        var row = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.Single(row => row.Postmortems == 2);
        await app.UseCase<PlanAutomation>().RunAsync(Ada, row.Number, (await FactsAsync(row.Number)).Version, new Automation("Ends transactions after a minute", "", app.Ada.Id, row.LastSeen!.Value.AddDays(10)));
        return row.Number;
    }

    private async Task<Guid> AddCauseAsync()
    {
        var now = DateTimeOffset.UtcNow;
        var incident = new Incident("Checkout answered slowly", Severity.Sev2, "Europe/Berlin", app.Ada.Id, now);
        var postmortem = new Postmortem("Checkout answered slowly", "plain", app.Ada.Id, [incident.Id], now);
        await app.StoreAsync(incident, postmortem);
        var cause = new Cause(postmortem.Id, RecurringStory.Pool[2], CauseRole.MadePossible, 0, app.Ada.Id, now);
        await app.StoreAsync(cause, new Domain.Ops.Errand(Domain.Ops.Errand.RecomputePatterns, now));
        return cause.Id;
    }

    private async Task<PatternFacts> FactsAsync(int number) => (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        while (!await holds())
        {
            await Task.Delay(200, patience.Token);
        }
    }

    private async Task<string> TextAsync(Domain.Accounts.User who, string address)
    {
        using var page = await app.ClientFor(who).PageAsync(address);
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
