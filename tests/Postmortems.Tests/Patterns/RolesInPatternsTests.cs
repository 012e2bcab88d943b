using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

/// <summary>Members of patterns say no name to a reader who sees roles in their postmortem.</summary>
public sealed class RolesInPatternsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly string[] Causes =
    [
        "Ada Okafor alone could renew the certificate of the webhook, which expired",
        "The certificate of the webhook expired, and only Ada Okafor was told of its expiry",
    ];

    private static readonly string[] Steps =
    [
        "Ada Okafor deleted rotated container logs on the full node by hand",
        "Ada Okafor deleted the rotated container logs of the node by hand until the disk had room",
        "Ada Okafor removed rotated container logs by hand on the node whose disk was full",
    ];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    private Actor Eve => new(app.Eve.Id, Role.Viewer);

    public Task DisposeAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        var story = new RecurringStory(app);
        await new FixStory(app).BeginAsync();
        await story.BeginAsync();

        foreach (var (text, at) in Steps.Select((text, at) => (text, at)))
        {
            await TellAsync(text, Causes.ElementAtOrDefault(at));
        }

        await story.GroupAsync();
    }

    [Fact]
    public async Task Neither_on_a_page_nor_in_the_list_nor_in_the_inbox()
    {
        var inbox = await app.UseCase<ListSuggestions>().RunAsync(Eve, after: null);
        var list = await app.UseCase<ListPatterns>().RunAsync(Eve, PatternView.All, after: null);

        inbox.Rows.Select(row => row.IsOfFixes).ShouldBe([false, true], ignoreOrder: true);
        WithoutNames(inbox.Quotes.Values);
        WithoutNames(list.Quotes.Values);

        foreach (var row in inbox.Rows)
        {
            var page = (await app.UseCase<ReadPattern>().RunAsync(Eve, row.Number))!;
            WithoutNames(page.Members.Select(member => member.Statement));
            WithoutNames(page.Ledger.Select(line => line.Statement));
            using var eve = app.ClientFor(app.Eve);
            (await eve.GetStringAsync(Urls.Pattern(row.Number))).ShouldNotContain("Okafor");
        }

        (await app.UseCase<ListSuggestions>().RunAsync(Ada, after: null)).Quotes.Values.ShouldContain(quote => quote.Text.Contains("Ada Okafor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_is_never_what_members_share_whoever_reads()
    {
        var list = await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null);

        list.Rows.Count.ShouldBe(2);
        list.Rows.SelectMany(row => row.SharedTerms).ShouldAllBe(term => !term.Contains("Okafor", StringComparison.OrdinalIgnoreCase) && !term.Contains("somebody", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nor_in_the_runbook_that_is_drafted_from_them()
    {
        var number = (await app.UseCase<ListSuggestions>().RunAsync(Eve, after: null)).Rows.Single(row => row.IsOfFixes).Number;
        using var eve = app.ClientFor(app.Eve);

        (await eve.GetStringAsync(Urls.PatternRunbook(number))).ShouldNotContain("Okafor");
        (await eve.GetStringAsync(Urls.PatternCandidates)).ShouldNotContain("Okafor");
    }

    private static void WithoutNames(IEnumerable<QuotedStatement> quotes)
    {
        var said = quotes.Where(quote => quote.Text.Contains("certificate", StringComparison.Ordinal) || quote.Text.Contains("logs", StringComparison.Ordinal)).ToList();
        said.ShouldNotBeEmpty();
        said.ShouldAllBe(quote => !quote.Text.Contains("Okafor", StringComparison.Ordinal));
    }

    private async Task TellAsync(string step, string? cause)
    {
        var now = DateTimeOffset.UtcNow;
        var incident = new Incident("Webhooks stopped", Severity.Sev2, "Europe/Berlin", app.Ada.Id, now);
        var postmortem = new Postmortem("Webhooks stopped", "plain", app.Ada.Id, [incident.Id], now);
        var entry = new TimelineEntry(incident.Id, new TimePoint(now, Precision.Minute), "Europe/Berlin", step, 0, app.Ada.Id, now);
        entry.Tell(new TimePoint(now, Precision.Minute), "Europe/Berlin", EntryKind.Fix, step, Basis.Observed, "");
        entry.Fixes(new FixStep("purge-queue", FixActor.Person, 20, FixEffect.StoppedImpact));
        await app.StoreAsync(incident, postmortem, entry);

        if (cause is not null)
        {
            await app.StoreAsync(new Cause(postmortem.Id, cause, CauseRole.MadePossible, 0, app.Ada.Id, now));
        }

        await using var db = app.OpenDatabase();
        var stored = await db.Postmortems.SingleAsync(p => p.Id == postmortem.Id);
        stored.ArriveFinished(app.Ada.Id, now);
        stored.ShowRoles(on: true);
        await db.SaveChangesAsync();
    }
}
