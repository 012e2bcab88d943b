using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class CuratingPatternsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public async Task What_grouping_finds_waits_in_the_inbox_with_reasons_two_voices_and_what_was_near()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);

        await GroupAsync();
        var inbox = await InboxAsync();

        inbox.Waiting.ShouldBe(2);
        inbox.Rows.ShouldAllBe(row => row.Kind == SuggestionKind.NewPattern);
        inbox.Rows.Select(row => row.Postmortems).ShouldBe([3, 2]);
        var pool = inbox.Rows[0];
        pool.SharedTerms.ShouldContain(term => term.Contains("pool", StringComparison.OrdinalIgnoreCase));
        pool.FirstQuoteId.ShouldNotBe(pool.SecondQuoteId);
        RecurringStory.Pool.ShouldContain(inbox.Quotes[pool.FirstQuoteId].Statement);
        pool.Causes.ShouldNotContain(pool.RunnerUpId ?? Guid.Empty);
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

        await GroupAsync();

        (await InboxAsync()).Rows[0].Against.ShouldContain("Their writers chose different kinds of cause: Finite pool used up, Noisy neighbour.");
    }

    [Fact]
    public async Task A_confirmed_pattern_gains_and_loses_nothing_by_itself()
    {
        var number = await ConfirmPoolAsync(RecurringStory.Pool[..2]);
        await story.WriteAsync([RecurringStory.Pool[2]]);
        await GroupAsync();

        var page = await PageAsync(number);
        var extend = (await InboxAsync()).Rows.ShouldHaveSingleItem();

        page.Members.Select(member => member.Statement).ShouldBe(RecurringStory.Pool[..2], ignoreOrder: true);
        (extend.Kind, extend.Number).ShouldBe((SuggestionKind.Extend, number));
        (await InboxAsync()).Quotes[extend.Causes.Single()].Statement.ShouldBe(RecurringStory.Pool[2]);
    }

    [Fact]
    public async Task A_confirmed_pattern_keeps_members_whose_words_no_longer_group()
    {
        var number = await ConfirmPoolAsync(RecurringStory.Pool);
        await using (var db = app.OpenDatabase())
        {
            await db.Causes.Where(cause => cause.Statement == RecurringStory.Pool[0]).ExecuteUpdateAsync(set => set.SetProperty(cause => cause.Statement, "A tram was late"));
        }

        await GroupAsync();

        (await PageAsync(number)).Members.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_accepted_is_in_and_the_ledger_says_by_whom()
    {
        var number = await ConfirmPoolAsync(RecurringStory.Pool[..2]);
        await story.WriteAsync([RecurringStory.Pool[2]]);
        await GroupAsync();
        var extend = (await InboxAsync()).Rows.Single();

        await app.UseCase<TakeInCauses>().RunAsync(Ada, number, extend.Causes, "Same import");
        await app.UseCase<TakeInCauses>().RunAsync(Ada, number, extend.Causes, "Same import");
        await GroupAsync();

        var page = await PageAsync(number);
        page.Members.Count.ShouldBe(3);
        page.Pattern.Postmortems.ShouldBe(3);
        page.Ledger[0].By.ShouldBe("Ada Okafor");
        page.Ledger[0].Reason.ShouldBe("Same import");
        page.Ledger.ShouldContain(row => row.By == null && row.Engine == RecomputePatterns.Engine && row.Strength > 0 && row.SharedTerms.Count > 0);
        (await InboxAsync()).Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_kept_out_never_comes_back_whatever_grouping_says()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;
        var out1 = (await PageAsync(number)).Members[0].CauseId;

        await app.UseCase<KeepOutCauses>().RunAsync(Ada, number, [out1], "Another import");
        await GroupAsync();
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        await GroupAsync();

        (await PageAsync(number)).Members.ShouldNotContain(member => member.CauseId == out1);
        (await InboxAsync()).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_people_put_together_stays_together_though_no_word_is_shared()
    {
        var number = await ConfirmPoolAsync(RecurringStory.Pool);
        var alone = await story.CauseAsync(RecurringStory.Others[0]);

        await app.UseCase<TakeInCauses>().RunAsync(Ada, number, [alone]);
        await GroupAsync();

        var member = (await PageAsync(number)).Members.Single(member => member.CauseId == alone);
        member.Strength.ShouldBe(0);
    }

    [Fact]
    public async Task A_dismissed_pattern_leaves_the_lists_and_asks_again_when_two_more_join()
    {
        await story.WriteAsync(RecurringStory.Pool[..2]);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;

        await app.UseCase<DismissPattern>().RunAsync(Ada, number, "Known and accepted", Resurfacing.AfterTwoMore);
        await GroupAsync();
        (await InboxAsync()).Waiting.ShouldBe(0);
        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.ShouldBeEmpty();
        (await TextAsync(Urls.Pattern(number))).ShouldContain("“Known and accepted” It asks again when two more postmortems join, or its cost doubles.");

        await story.WriteAsync([RecurringStory.Pool[2], "The connection pool was exhausted while the import held its connections"]);
        await GroupAsync();

        (await InboxAsync()).Rows.ShouldHaveSingleItem().ResurfacedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_dismissal_needs_a_reason_and_can_be_taken_back()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;

        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<DismissPattern>().RunAsync(Ada, number, " ", Resurfacing.Never));
        await app.UseCase<DismissPattern>().RunAsync(Ada, number, "Not ours", Resurfacing.Never);
        await app.UseCase<RecallPattern>().RunAsync(Ada, number);
        await GroupAsync();

        (await InboxAsync()).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
    }

    [Fact]
    public async Task The_number_of_a_merged_pattern_leads_to_the_survivor_and_the_merge_can_be_undone()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await GroupAsync();
        var rows = (await InboxAsync()).Rows;
        var (survivor, absorbed) = (rows[0].Number, rows[1].Number);

        await app.UseCase<MergePatterns>().RunAsync(Ada, survivor, absorbed);
        await app.UseCase<MergePatterns>().RunAsync(Ada, survivor, absorbed);
        await GroupAsync();
        (await PageAsync(survivor)).Members.Count.ShouldBe(5);
        (await app.UseCase<FindSurvivor>().RunAsync(Ada, absorbed)).ShouldBe(survivor);
        using var client = app.ClientFor(app.Ada);
        using var answer = await client.GetAsync(Urls.Pattern(absorbed));
        answer.Headers.Location!.ToString().ShouldEndWith(Urls.Pattern(survivor));

        await app.UseCase<UndoMerge>().RunAsync(Ada, absorbed);
        await GroupAsync();

        (await PageAsync(survivor)).Members.Count.ShouldBe(3);
        (await PageAsync(absorbed)).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_merged_pattern_takes_nothing_in()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await GroupAsync();
        var rows = (await InboxAsync()).Rows;
        await app.UseCase<MergePatterns>().RunAsync(Ada, rows[0].Number, rows[1].Number);

        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<MergePatterns>().RunAsync(Ada, rows[1].Number, rows[0].Number));
        var alone = await story.CauseAsync(RecurringStory.Others[1]);
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<TakeInCauses>().RunAsync(Ada, rows[1].Number, [alone]));
    }

    [Fact]
    public async Task Some_members_become_a_pattern_of_their_own_once()
    {
        var number = await ConfirmPoolAsync(RecurringStory.Pool);
        var going = (await PageAsync(number)).Members[0].CauseId;
        var form = Guid.CreateVersion7();

        var child = await app.UseCase<SplitPattern>().RunAsync(Ada, number, form, [going], "Long transactions of the import hold the pool");
        var again = await app.UseCase<SplitPattern>().RunAsync(Ada, number, form, [going], "Long transactions of the import hold the pool");
        await GroupAsync();

        again!.Key.ShouldBe(child!.Key);
        var page = await PageAsync(child.Key);
        page.Pattern.SplitFrom.ShouldBe(number);
        page.Members.ShouldHaveSingleItem().CauseId.ShouldBe(going);
        (await PageAsync(number)).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_pattern_that_people_divided_is_suggested_to_be_one_until_they_say_no()
    {
        var number = await ConfirmPoolAsync([.. RecurringStory.Pool, "The connection pool was exhausted while the nightly import held its connections"]);
        var going = (await PageAsync(number)).Members.Take(2).Select(member => member.CauseId).ToList();
        await app.UseCase<SplitPattern>().RunAsync(Ada, number, Guid.CreateVersion7(), going, "Half of them");
        await GroupAsync();
        var merge = (await InboxAsync()).Rows.ShouldHaveSingleItem();

        await app.UseCase<RejectSuggestion>().RunAsync(Ada, merge.Id, "Divided on purpose");
        await GroupAsync();

        (merge.Kind, merge.Number).ShouldBe((SuggestionKind.Merge, number));
        (await InboxAsync()).Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_confirmed_pattern_in_which_grouping_sees_two_things_is_suggested_to_be_split()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await GroupAsync();
        var rows = (await InboxAsync()).Rows;
        await app.UseCase<MergePatterns>().RunAsync(Ada, rows[0].Number, rows[1].Number);

        await GroupAsync();

        var split = (await InboxAsync()).Rows.ShouldHaveSingleItem();
        (split.Kind, split.Number, split.Causes.Count).ShouldBe((SuggestionKind.Split, rows[0].Number, 2));
        (await TextAsync(Urls.PatternInbox)).ShouldContain($"PAT-{rows[0].Number} may be two");
    }

    [Fact]
    public async Task A_pinned_pattern_stays_without_members()
    {
        await story.WriteAsync(RecurringStory.Certificate);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;
        await app.UseCase<PinPattern>().RunAsync(Ada, number, pinned: true);
        await using (var db = app.OpenDatabase())
        {
            await db.Causes.Where(cause => RecurringStory.Certificate.Contains(cause.Statement)).ExecuteUpdateAsync(set => set.SetProperty(cause => cause.Role, CauseRole.LimitedImpact));
        }

        await GroupAsync();

        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await TextAsync(Urls.Patterns)).ShouldContain($"PAT-{number}");
    }

    [Fact]
    public async Task The_inbox_is_answered_on_its_page()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.PatternInbox);

        using var answer = await ada.SubmitAsync(page, $"form[action='{Urls.ConfirmPattern(number)}']");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe(Urls.PatternInbox);
        (await PageAsync(number)).Pattern.ConfirmedBy.ShouldBe("Ada Okafor");
        await using var db = app.OpenDatabase();
        (await db.AuditLog.Where(entry => entry.Verb == "pattern/confirmed").OrderByDescending(entry => entry.At).FirstAsync()).ActorId.ShouldBe(app.Ada.Id);
    }

    [Fact]
    public async Task Members_are_chosen_on_their_page_and_nothing_typed_is_lost()
    {
        var number = await ConfirmPoolAsync(RecurringStory.Pool);
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.PatternMembers(number));

        using var refused = await ada.SubmitAsync(page, "main form", ("Form.Words", "Another thing"), ("Form.To", "own"));
        using var again = await refused.PageAsync();
        using var taken = await ada.SubmitAsync(page, "main form", ("Form.Words", "Another thing"), ("Form.To", "own"), ("cause", (await PageAsync(number)).Members[0].CauseId.ToString()));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.QuerySelector("textarea")!.TextContent.ShouldContain("Another thing");
        again.QuerySelector("main")!.Text().ShouldContain("Tick at least one cause.");
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_viewer_reads_the_inbox_and_finds_nothing_to_answer()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await GroupAsync();
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
        await GroupAsync();
        app.Commands.Forget();

        await InboxAsync();

        app.Commands.Seen.Count.ShouldBeLessThanOrEqualTo(3);
    }

    private Task GroupAsync() => app.UseCase<RecomputePatterns>().RunAsync();

    private Task<SuggestionList> InboxAsync() => app.UseCase<ListSuggestions>().RunAsync(Ada, after: null);

    private async Task<PatternPageView> PageAsync(int number) => (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!;

    private async Task<int> ConfirmPoolAsync(string[] causes)
    {
        await story.WriteAsync(causes);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        await GroupAsync();
        return number;
    }

    private async Task<string> TextAsync(string address)
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(address);
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
