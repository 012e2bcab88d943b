using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ActionItems;

public sealed class ListingActionItemsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 19);

    private Postmortem postmortem = null!;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();
        await db.ActionItems.ExecuteDeleteAsync();
        postmortem = await app.PostmortemAsync();
    }

    [Fact]
    public async Task Shows_the_soonest_first_and_undated_ones_last()
    {
        await app.PromiseAsync(postmortem, "whenever");
        await app.PromiseAsync(postmortem, "later", due: Today.AddDays(30));
        await app.PromiseAsync(postmortem, "overdue", due: Today.AddDays(-3));
        await app.PromiseAsync(postmortem, "done", due: Today.AddDays(-9), then: item => item.Close(app.Ada.Id, "PR 12", Promised.Noon));

        (await TitlesAsync(ActionItemView.Open)).ShouldBe(["overdue", "later", "whenever"]);
    }

    [Fact]
    public async Task Sorts_them_into_the_views_that_people_ask_for()
    {
        await app.PromiseAsync(postmortem, "mine, over", owner: app.Ada.Id, due: Today.AddDays(-1));
        await app.PromiseAsync(postmortem, "due today", owner: app.Grace.Id, due: Today);
        await app.PromiseAsync(postmortem, "nobody's");
        await app.PromiseAsync(postmortem, "done", owner: app.Ada.Id, then: item => item.Close(app.Ada.Id, "PR 12", Promised.Noon));
        await app.PromiseAsync(postmortem, "verified", then: item =>
        {
            item.Close(app.Ada.Id, "PR 12", Promised.Noon.AddDays(1));
            item.Verify(app.Grace.Id, Promised.Noon.AddDays(9));
        });
        await app.PromiseAsync(postmortem, "declined", then: item => item.DeclineWith(app.Ada.Id, "the lock is gone", Promised.Noon.AddDays(2)));
        await app.PromiseAsync(postmortem, "deleted", owner: app.Ada.Id, due: Today.AddDays(-1), then: item => item.Delete(app.Ada.Id, Promised.Noon));

        (await TitlesAsync(ActionItemView.Mine)).ShouldBe(["mine, over"]);
        (await TitlesAsync(ActionItemView.Overdue)).ShouldBe(["mine, over"]);
        (await TitlesAsync(ActionItemView.Unowned)).ShouldBe(["nobody's"]);
        (await TitlesAsync(ActionItemView.ToVerify)).ShouldBe(["done"]);
        (await TitlesAsync(ActionItemView.Closed)).ShouldBe(["declined", "verified"]);

        var counts = await app.UseCase<CountActionItems>().RunAsync(Ada, Today);
        (counts[ActionItemView.Mine], counts[ActionItemView.Open], counts[ActionItemView.Overdue], counts[ActionItemView.Unowned], counts[ActionItemView.ToVerify]).ShouldBe((1, 3, 1, 1, 1));
    }

    [Fact]
    public async Task Narrows_by_owner_priority_type_and_beginnings_of_words()
    {
        await app.PromiseAsync(postmortem, "Alert on failed label requests", owner: app.Ada.Id);
        await app.PromiseAsync(postmortem, "Label printer restarts by itself", owner: app.Grace.Id, then: item => item.Promise(item.Title, ActionItemType.Automate, Priority.P0, "", ""));

        (await TitlesAsync(ActionItemView.Open, new ActionItemFilter(Words: "lab req"))).ShouldBe(["Alert on failed label requests"]);
        (await TitlesAsync(ActionItemView.Open, new ActionItemFilter(OwnerId: app.Grace.Id))).ShouldBe(["Label printer restarts by itself"]);
        (await TitlesAsync(ActionItemView.Open, new ActionItemFilter(Priority: Priority.P0))).ShouldBe(["Label printer restarts by itself"]);
        (await TitlesAsync(ActionItemView.Open, new ActionItemFilter(Type: ActionItemType.Prevent))).ShouldBe(["Alert on failed label requests"]);
        (await TitlesAsync(ActionItemView.Open, new ActionItemFilter(ServiceId: Guid.CreateVersion7()))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ActionItemView.Open)]
    [InlineData(ActionItemView.ToVerify)]
    public async Task Pages_without_missing_or_repeating_one(ActionItemView view)
    {
        var many = Enumerable.Range(0, 95).Select(i =>
        {
            var item = new ActionItem(postmortem.Id, $"item {i}", ActionItemType.Prevent, Priority.P1, app.Ada.Id, Promised.Noon);
            item.GiveTo(null, i % 3 == 0 ? null : Today.AddDays(i % 7));
            if (view is ActionItemView.ToVerify)
            {
                item.Close(app.Ada.Id, "PR", Promised.Noon.AddMinutes(i % 5));
            }

            return (object)item;
        });
        await app.StoreAsync([.. many]);
        var seen = new List<ActionItemRow>();
        ActionItemKey? after = null;

        do
        {
            var page = await app.UseCase<ListActionItems>().RunAsync(Ada, view, new ActionItemFilter(), Today, ActionItemKey.Read(after?.ToString()));
            page.Rows.Count.ShouldBeInRange(1, ListActionItems.PageSize);
            seen.AddRange(page.Rows);
            after = page.Older;
        }
        while (after is not null);

        seen.Select(row => row.Number).Distinct().Count().ShouldBe(95);
        seen.Count.ShouldBe(95);
        seen.ShouldBe(view is ActionItemView.Open
            ? seen.OrderBy(row => row.Due ?? DateOnly.MaxValue).ThenBy(row => row.Number)
            : seen.OrderByDescending(row => row.SettledAt).ThenByDescending(row => row.Number));
    }

    [Fact]
    public async Task Says_which_patterns_and_how_many_causes_an_item_serves_in_a_fixed_number_of_commands()
    {
        var cause = await app.CauseAsync(postmortem, "The pool was exhausted");
        var other = await app.CauseAsync(postmortem, "Nobody was told");
        var pattern = new Pattern(Promised.Noon);
        pattern.Describe("The pool is empty", "");
        await app.StoreAsync(pattern, new PatternMember(pattern.Id, cause.Id));
        await app.PromiseAsync(postmortem, "serves both", due: Today, then: item => item.Serves([cause.Id, other.Id]));
        await app.PromiseAsync(postmortem, "serves one", then: item => item.Serves([other.Id]));
        app.Commands.Forget();

        var rows = (await app.UseCase<ListActionItems>().RunAsync(Ada, ActionItemView.Open, new ActionItemFilter(), Today)).Rows;

        app.Commands.SeenInTest.Count.ShouldBeLessThanOrEqualTo(3);
        rows.Select(row => row.Causes).ShouldBe([2, 1]);
        rows[0].Patterns.ShouldHaveSingleItem().Name.ShouldBe("The pool is empty");
        rows[1].Patterns.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_out_items_of_a_deleted_postmortem()
    {
        await app.PromiseAsync(postmortem, "of a deleted postmortem");

        await using (var db = app.OpenDatabase())
        {
            (await db.Postmortems.SingleAsync(p => p.Id == postmortem.Id)).Delete(app.Ada.Id, Promised.Noon);
            await db.SaveChangesAsync();
        }

        (await TitlesAsync(ActionItemView.Open)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Puts_each_state_into_its_column_of_the_board()
    {
        await app.PromiseAsync(postmortem, "open");
        await app.PromiseAsync(postmortem, "begun", then: item => item.Start(Promised.Noon));
        await app.PromiseAsync(postmortem, "done", then: item => item.Close(app.Ada.Id, "PR", Promised.Noon));
        await app.PromiseAsync(postmortem, "declined lately", then: item => item.DeclineWith(app.Ada.Id, "gone", DateTimeOffset.UtcNow.AddDays(-2)));
        await app.PromiseAsync(postmortem, "declined long ago", then: item => item.DeclineWith(app.Ada.Id, "gone", DateTimeOffset.UtcNow.AddDays(-40)));

        var board = await app.UseCase<ReadBoard>().RunAsync(Ada, ActionItemView.Open, new ActionItemFilter());

        board.Open.ShouldHaveSingleItem().Title.ShouldBe("open");
        board.InProgress.ShouldHaveSingleItem().Title.ShouldBe("begun");
        board.ToVerify.ShouldHaveSingleItem().Title.ShouldBe("done");
        board.ClosedLately.ShouldHaveSingleItem().Title.ShouldBe("declined lately");
    }

    private async Task<IEnumerable<string>> TitlesAsync(ActionItemView view, ActionItemFilter? filter = null) =>
        (await app.UseCase<ListActionItems>().RunAsync(Ada, view, filter ?? new ActionItemFilter(), Today)).Rows.Select(row => row.Title);
}
