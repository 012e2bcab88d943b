using Microsoft.EntityFrameworkCore;
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
    public async Task A_confirmed_pattern_gains_and_loses_nothing_by_itself()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool[..2]);
        await story.WriteAsync([RecurringStory.Pool[2]]);
        await story.GroupAsync();

        var page = await story.PageAsync(number);
        var extend = (await story.InboxAsync()).Rows.ShouldHaveSingleItem();

        page.Members.Select(member => member.Statement.Text).ShouldBe(RecurringStory.Pool[..2], ignoreOrder: true);
        (extend.Kind, extend.Number).ShouldBe((SuggestionKind.Extend, number));
        (await story.InboxAsync()).Quotes[extend.Members.Single()].Text.ShouldBe(RecurringStory.Pool[2]);
    }

    [Fact]
    public async Task A_confirmed_pattern_keeps_members_whose_words_no_longer_group()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool);
        await using (var db = app.OpenDatabase())
        {
            await db.Causes.Where(cause => cause.Statement == RecurringStory.Pool[0]).ExecuteUpdateAsync(set => set.SetProperty(cause => cause.Statement, "A tram was late"));
        }

        await story.GroupAsync();

        (await story.PageAsync(number)).Members.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_kept_out_never_comes_back_whatever_grouping_says()
    {
        await story.WriteAsync(RecurringStory.Pool);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows[0].Number;
        var out1 = (await story.PageAsync(number)).Members[0].Statement.Id;

        await app.UseCase<KeepOutMembers>().RunAsync(Ada, number, [out1], "Another import");
        await story.GroupAsync();
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        await story.GroupAsync();

        (await story.PageAsync(number)).Members.ShouldNotContain(member => member.Statement.Id == out1);
        (await story.InboxAsync()).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_people_put_together_stays_together_though_no_word_is_shared()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool);
        var alone = await story.CauseAsync(RecurringStory.Others[0]);

        await app.UseCase<TakeInMembers>().RunAsync(Ada, number, [alone]);
        await story.GroupAsync();

        var member = (await story.PageAsync(number)).Members.Single(member => member.Statement.Id == alone);
        member.Strength.ShouldBe(0);
    }

    [Fact]
    public async Task A_pinned_pattern_stays_without_members()
    {
        await story.WriteAsync(RecurringStory.Certificate);
        await story.GroupAsync();
        var number = (await story.InboxAsync()).Rows[0].Number;
        await app.UseCase<PinPattern>().RunAsync(Ada, number, pinned: true);
        await using (var db = app.OpenDatabase())
        {
            await db.Causes.Where(cause => RecurringStory.Certificate.Contains(cause.Statement)).ExecuteUpdateAsync(set => set.SetProperty(cause => cause.Role, CauseRole.LimitedImpact));
        }

        await story.GroupAsync();

        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await story.TextAsync(Urls.Patterns)).ShouldContain($"PAT-{number}");
    }
}
