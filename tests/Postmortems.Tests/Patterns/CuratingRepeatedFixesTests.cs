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

/// <summary>What people can do to a recurring cause they can do to a repeated fix, in the same places.</summary>
public sealed class CuratingRepeatedFixesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly FixStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public async Task A_fix_repeated_by_hand_waits_in_the_inbox_in_its_own_words_and_the_ledger_says_why()
    {
        await story.RepeatAsync(3);
        await story.GroupAsync();

        var inbox = await story.InboxAsync();

        var row = inbox.Rows.ShouldHaveSingleItem();
        (row.Kind, row.IsOfFixes, row.Postmortems).ShouldBe((SuggestionKind.NewPattern, true, 3));
        FixStory.Deleted.ShouldContain(inbox.Quotes[row.FirstQuoteId].Text);
        inbox.Quotes[row.FirstQuoteId].Place.ShouldStartWith("INC-");
        var page = await story.PageAsync(row.Number);
        page.Members.Count.ShouldBe(3);
        page.Ledger.Count.ShouldBe(3);
        page.Ledger.ShouldAllBe(line => line.IsIn && line.By == null && line.Engine == RecomputePatterns.Engine && line.Strength > 0 && line.SharedTerms.Count > 0);
        using var shown = await app.ClientFor(app.Ada).PageAsync(Urls.PatternInbox);
        shown.QuerySelector(".suggestions")!.Text().ShouldContain("3 fix steps in 3 incidents");
    }

    [Fact]
    public async Task What_would_join_a_confirmed_one_waits_until_somebody_says_yes_or_no()
    {
        var number = await story.ConfirmAsync();
        await story.FixAsync(5, FixStory.Deleted[3]);
        await story.FixAsync(4, FixStory.Deleted[4]);
        await story.GroupAsync();
        var extend = (await story.InboxAsync()).Rows.ShouldHaveSingleItem();

        await app.UseCase<TakeInMembers>().RunAsync(Ada, number, extend.Members[..1], "The same full disk");
        await app.UseCase<KeepOutMembers>().RunAsync(Ada, number, extend.Members[1..], "Another node");
        await story.GroupAsync();
        await story.GroupAsync();

        (extend.Kind, extend.Number, extend.Members.Count).ShouldBe((SuggestionKind.Extend, number, 2));
        var page = await story.PageAsync(number);
        (page.Members.Count, page.Pattern.Postmortems).ShouldBe((4, 4));
        page.Members.ShouldNotContain(member => member.Statement.Id == extend.Members[1]);
        page.Ledger.Select(line => line.Reason).ShouldContain("The same full disk");
        page.Ledger.First(line => !line.IsIn).By.ShouldBe("Ada Okafor");
        (await story.InboxAsync()).Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task What_people_put_in_by_hand_stays_though_no_word_is_shared()
    {
        var number = await story.ConfirmAsync();
        using var ada = app.ClientFor(app.Ada);
        using var found = await ada.PageAsync($"{Urls.PatternMembers(number)}?words=refund+worker");

        found.QuerySelectorAll(".put-in input[name=outsider]").ShouldHaveSingleItem();
        using var nothing = await ada.SubmitAsync(found, ".put-in form[method=post]", ("Form.Reason", "It freed the same disk"));
        using var again = await nothing.PageAsync();
        using var answer = await ada.SubmitAsync(again, ".put-in form[method=post]", ("outsider", (await story.StepAsync("Paused the refund worker")).ToString()));
        await story.GroupAsync();

        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.QuerySelector(".put-in .fault-summary")!.TextContent.ShouldContain("Tick at least one fix step.");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await story.PageAsync(number);
        page.Members.ShouldContain(member => member.Statement.Text == "Paused the refund worker" && member.Strength == 0);
        page.Ledger[0].Reason.ShouldBe("It freed the same disk");
    }

    [Fact]
    public async Task Two_become_one_and_two_again_and_a_cause_and_a_fix_never_do()
    {
        var number = await story.ConfirmAsync(times: 4);
        var going = (await story.PageAsync(number)).Members[0].Statement.Id;
        var child = (await app.UseCase<SplitPattern>().RunAsync(Ada, number, Guid.CreateVersion7(), [going], "Logs fill the disk of one node"))!.Key;
        await story.GroupAsync();
        (await story.PageAsync(child)).Pattern.IsOfFixes.ShouldBeTrue();
        (await story.PageAsync(child)).Members.ShouldHaveSingleItem().Statement.Id.ShouldBe(going);

        await app.UseCase<MergePatterns>().RunAsync(Ada, number, child);
        await story.GroupAsync();
        (await story.PageAsync(number)).Members.Count.ShouldBe(4);
        (await app.UseCase<FindSurvivor>().RunAsync(Ada, child)).ShouldBe(number);

        await app.UseCase<UndoMerge>().RunAsync(Ada, child);
        await story.GroupAsync();
        (await story.PageAsync(number)).Members.Count.ShouldBe(3);
        (await story.PageAsync(child)).Members.ShouldHaveSingleItem().Statement.Id.ShouldBe(going);

        var cause = await CausePatternAsync();
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<MergePatterns>().RunAsync(Ada, number, cause));
        (await app.UseCase<TakeInMembers>().RunAsync(Ada, cause, [going])).ShouldBeTrue();
        (await story.PageAsync(cause)).Members.ShouldNotContain(member => member.Statement.IsFix);
        (await story.PageAsync(child)).Members.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Dismissed_it_leaves_the_candidates_and_asks_again_when_two_more_incidents_needed_it()
    {
        await story.RepeatAsync(3);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows.Single().Number;
        await app.UseCase<DismissPattern>().RunAsync(Ada, number, "It goes away with the new disks", Resurfacing.AfterTwoMore);
        await story.GroupAsync();
        var quiet = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.Count;

        await story.FixAsync(5, FixStory.Deleted[3]);
        await story.FixAsync(4, FixStory.Deleted[4]);
        await story.GroupAsync();

        quiet.ShouldBe(0);
        (await story.InboxAsync()).Rows.ShouldHaveSingleItem().ResurfacedAt.ShouldNotBeNull();
        (await story.PageAsync(number)).Pattern.ResurfacedBy.ShouldBe(Outgrown.Grown);
    }

    [Fact]
    public async Task Pinned_it_stays_with_fewer_incidents_than_make_a_repeated_fix()
    {
        await story.RepeatAsync(3);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows.Single().Number;
        await app.UseCase<PinPattern>().RunAsync(Ada, number, pinned: true);
        await app.UseCase<KeepOutMembers>().RunAsync(Ada, number, [(await story.PageAsync(number)).Members[0].Statement.Id], "Not the same");
        await story.GroupAsync();

        var row = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.ShouldHaveSingleItem();

        (row.Number, row.Postmortems).ShouldBe((number, 2));
    }

    [Fact]
    public async Task Its_page_offers_what_the_page_of_a_recurring_cause_offers()
    {
        var number = await story.ConfirmAsync();

        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Pattern(number));

        var main = page.QuerySelector("main")!;
        main.QuerySelector($"a[href='{Urls.PatternMembers(number)}']").ShouldNotBeNull();
        main.QuerySelector($"a[href='{Urls.MergePatterns(number)}']").ShouldNotBeNull();
        main.QuerySelector(".ledger").ShouldNotBeNull();
        main.Text().ShouldContain("Only people change its members.");
    }

    [Fact]
    public async Task Its_page_quotes_words_without_the_marks_of_Markdown()
    {
        var number = await story.ConfirmAsync();
        var step = (await story.PageAsync(number)).Members[0].Statement;
        await using var db = app.OpenDatabase();
        await db.TimelineEntries.Where(entry => entry.Id == step.Id).ExecuteUpdateAsync(entry => entry.SetProperty(e => e.Text, $"**Mitigation:** {step.Text}\n\nSee `df -h`, [the runbook](https://wiki.example/disk)"));

        var quoted = (await story.PageAsync(number)).Members.Single(member => member.Statement.Id == step.Id).Statement.Text;

        quoted.ShouldBe($"Mitigation: {step.Text} See df -h, the runbook");
    }

    [Fact]
    public async Task Its_ledger_is_walked_to_the_first_move()
    {
        var number = await story.ConfirmAsync();
        var page = await story.PageAsync(number);
        var moved = page.Members[0].Statement.Id;
        var now = page.Ledger[0].At;
        await app.StoreAsync([.. Enumerable.Range(1, 90).Select(i => new PatternLedgerEntry(page.Pattern.Id, moved, isFix: true, isIn: i % 2 == 0, app.Ada.Id, $"Move {i}.", now.AddMinutes(i / 3)))]);
        using var ada = app.ClientFor(app.Ada);
        var seen = new List<string>();

        for (var next = Urls.Pattern(number); next is not null;)
        {
            using var shown = await ada.PageAsync(next);
            seen.AddRange(shown.QuerySelectorAll(".ledger small").Select(line => line.TextContent));
            next = shown.QuerySelector("#ledger a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(90 + page.Ledger.Count);
        seen.Count(line => line.Contains(" Move ", StringComparison.Ordinal)).ShouldBe(90);
        Enumerable.Range(1, 90).ShouldAllBe(i => seen.Any(line => line.Contains($" Move {i}.", StringComparison.Ordinal)));
    }

    private async Task<int> CausePatternAsync()
    {
        var causes = new RecurringStory(app);
        await causes.BeginCausesAsync();
        await causes.WriteAsync(RecurringStory.Pool);
        await causes.GroupAsync();
        return (await story.InboxAsync()).Rows.First(row => !row.IsOfFixes).Number;
    }
}
