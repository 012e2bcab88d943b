using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class AnsweringSuggestionsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public async Task What_grouping_finds_waits_in_the_inbox_with_reasons_two_voices_and_what_was_near()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);

        await story.GroupAsync();
        var inbox = await story.InboxAsync();

        inbox.Waiting.ShouldBe(2);
        inbox.Rows.ShouldAllBe(row => row.Kind == SuggestionKind.NewPattern);
        inbox.Rows.Select(row => row.Postmortems).ShouldBe([3, 2]);
        var pool = inbox.Rows[0];
        pool.SharedTerms.ShouldContain(term => term.Contains("pool", StringComparison.OrdinalIgnoreCase));
        pool.FirstQuoteId.ShouldNotBe(pool.SecondQuoteId);
        RecurringStory.Pool.ShouldContain(inbox.Quotes[pool.FirstQuoteId].Text);
        pool.Members.ShouldNotContain(pool.RunnerUpId ?? Guid.Empty);
    }

    [Fact]
    public async Task What_differs_is_said_beside_what_is_alike()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await using (var db = app.OpenDatabase())
        {
            var causes = await db.Causes.Where(cause => RecurringStory.Pool.Contains(cause.Statement)).ToListAsync();
            causes[0].Classify("finite-pool-exhausted", null);
            causes[1].Classify("noisy-neighbour", null);
            await db.SaveChangesAsync();
        }

        await story.GroupAsync();

        (await story.InboxAsync()).Rows[0].Against.ShouldContain("Their writers chose different kinds of cause: Finite pool used up, Noisy neighbour.");
    }

    [Fact]
    public async Task What_was_accepted_is_in_and_the_ledger_says_by_whom()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool[..2]);
        await story.WriteAsync([RecurringStory.Pool[2]]);
        await story.GroupAsync();
        var extend = (await story.InboxAsync()).Rows.Single();

        await app.UseCase<TakeInMembers>().RunAsync(Ada, number, extend.Members, "Same import");
        await app.UseCase<TakeInMembers>().RunAsync(Ada, number, extend.Members, "Same import");
        await story.GroupAsync();

        var page = await story.PageAsync(number);
        page.Members.Count.ShouldBe(3);
        page.Pattern.Postmortems.ShouldBe(3);
        page.Ledger[0].By.ShouldBe("Ada Okafor");
        page.Ledger[0].Reason.ShouldBe("Same import");
        page.Ledger.ShouldContain(row => row.By == null && row.Engine == RecomputePatterns.Engine && row.Strength > 0 && row.SharedTerms.Count > 0);
        (await story.InboxAsync()).Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_dismissed_pattern_leaves_the_lists_and_asks_again_when_two_more_join()
    {
        await story.WriteAsync(RecurringStory.Pool[..2]);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows[0].Number;

        await app.UseCase<DismissPattern>().RunAsync(Ada, number, "Known and accepted", Resurfacing.AfterTwoMore);
        await story.GroupAsync();
        (await story.InboxAsync()).Waiting.ShouldBe(0);
        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.ShouldBeEmpty();
        (await story.TextAsync(Urls.Pattern(number))).ShouldContain("“Known and accepted” It asks again when two more postmortems join, or its cost doubles.");

        await story.WriteAsync([RecurringStory.Pool[2], "The connection pool was exhausted while the import held its connections"]);
        await story.GroupAsync();

        (await story.InboxAsync()).Rows.ShouldHaveSingleItem().ResurfacedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_dismissal_needs_a_reason_and_can_be_taken_back()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows[0].Number;

        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<DismissPattern>().RunAsync(Ada, number, " ", Resurfacing.Never));
        await app.UseCase<DismissPattern>().RunAsync(Ada, number, "Not ours", Resurfacing.Never);
        await app.UseCase<RecallPattern>().RunAsync(Ada, number);
        await story.GroupAsync();

        (await story.InboxAsync()).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
    }

    [Fact]
    public async Task The_inbox_is_answered_on_its_page()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows[0].Number;
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.PatternInbox);

        using var answer = await ada.SubmitAsync(page, $"form[action='{Urls.ConfirmPattern(number)}']");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe(Urls.PatternInbox);
        (await story.PageAsync(number)).Pattern.ConfirmedBy.ShouldBe("Ada Okafor");
        await using var db = app.OpenDatabase();
        (await db.AuditLog.Where(entry => entry.Verb == "pattern/confirmed").OrderByDescending(entry => entry.At).FirstAsync()).ActorId.ShouldBe(app.Ada.Id);
    }

    [Fact]
    public async Task A_viewer_reads_the_inbox_and_finds_nothing_to_answer()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await story.GroupAsync();
        using var eve = app.ClientFor(app.Eve);

        using var page = await eve.PageAsync(Urls.PatternInbox);

        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelectorAll(".suggestions > li").Length.ShouldBe(1);
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ConfirmPattern>().RunAsync(new Actor(app.Eve.Id, Role.Viewer), 1));
    }

    [Fact]
    public async Task The_inbox_costs_the_same_number_of_commands_for_any_number_of_suggestions()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await story.GroupAsync();
        app.Commands.Forget();

        await story.InboxAsync();

        app.Commands.SeenInTest.Count.ShouldBeLessThanOrEqualTo(3);
    }
}
