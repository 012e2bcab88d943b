using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ActionItems;

public sealed class ChangingAnActionItemTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly ActionItemFacts Facts = new("Alert on queue age", ActionItemType.Detect, Priority.P1, null, new DateOnly(2026, 12, 1), "Page when older than 5 min", "", []);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    [Fact]
    public async Task Sending_the_form_twice_makes_one_item()
    {
        var postmortem = await app.PostmortemAsync();
        var id = Guid.CreateVersion7();

        var first = await app.UseCase<AddActionItem>().RunAsync(Ada, postmortem.Number, id, Facts);
        var second = await app.UseCase<AddActionItem>().RunAsync(Ada, postmortem.Number, id, Facts);

        second.ShouldBe(first);
        (await app.UseCase<ListActionItemsOfPostmortem>().RunAsync(Ada, postmortem.Number)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_writer_is_told_and_nothing_is_overwritten()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age");
        var seen = (await app.UseCase<ReadActionItem>().RunAsync(Ada, item.Number))!.Version;

        (await app.UseCase<ChangeActionItem>().RunAsync(Ada, item.Number, seen, Facts with { Title = "First" })).ShouldBe(Saved.Done);
        (await app.UseCase<ChangeActionItem>().RunAsync(Ada, item.Number, seen, Facts with { Title = "Second" })).ShouldBe(Saved.ChangedMeanwhile);

        (await ReadAsync(item)).Title.ShouldBe("First");
    }

    [Fact]
    public async Task It_serves_only_causes_of_its_own_postmortem()
    {
        var postmortem = await app.PostmortemAsync();
        var cause = await app.CauseAsync(postmortem, "The pool was exhausted");
        var foreign = await app.CauseAsync(await app.PostmortemAsync("Another"), "A certificate expired");

        var number = await app.UseCase<AddActionItem>().RunAsync(Ada, postmortem.Number, Guid.CreateVersion7(), Facts with { Causes = [cause.Id, foreign.Id] });

        (await app.UseCase<ReadActionItem>().RunAsync(Ada, number!.Key))!.Causes.ShouldHaveSingleItem().Id.ShouldBe(cause.Id);
    }

    [Fact]
    public async Task Nobody_without_an_account_that_works_can_own_it()
    {
        var postmortem = await app.PostmortemAsync();

        var refused = await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<AddActionItem>().RunAsync(Ada, postmortem.Number, Guid.CreateVersion7(), Facts with { OwnerId = Guid.CreateVersion7() }));

        refused.Code.ShouldBe("action-item/owner");
    }

    [Fact]
    public async Task It_goes_its_way_from_open_to_verified_and_back()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age");

        (await MoveAsync(item, ActionItemMove.Start)).ShouldBe(ActionItemState.InProgress);
        (await MoveAsync(item, ActionItemMove.PutBack)).ShouldBe(ActionItemState.Open);
        (await MoveAsync(item, ActionItemMove.Start)).ShouldBe(ActionItemState.InProgress);
        (await MoveAsync(item, ActionItemMove.Close, " PR 1204 ")).ShouldBe(ActionItemState.Done);
        (await MoveAsync(item, ActionItemMove.Close, "PR 1204")).ShouldBe(ActionItemState.Done);
        (await MoveAsync(item, ActionItemMove.Verify)).ShouldBe(ActionItemState.Verified);
        (await MoveAsync(item, ActionItemMove.Reopen)).ShouldBe(ActionItemState.InProgress);
        (await MoveAsync(item, ActionItemMove.Decline, "the queue is gone")).ShouldBe(ActionItemState.Declined);

        await using var db = app.OpenDatabase();
        var verbs = await db.AuditLog.Where(entry => entry.SubjectId == item.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync();
        verbs.ShouldBe(["action-item/started", "action-item/put-back", "action-item/started", "action-item/closed", "action-item/verified", "action-item/reopened", "action-item/declined"]);
    }

    [Theory]
    [InlineData(ActionItemMove.Close, "action-item/no-evidence")]
    [InlineData(ActionItemMove.Decline, "action-item/no-reason")]
    [InlineData(ActionItemMove.Verify, "action-item/not-done")]
    public async Task A_move_that_asks_for_more_is_refused_in_words(ActionItemMove move, string code)
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age");

        var refused = await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<MoveActionItem>().RunAsync(Ada, item.Number, move, "  "));

        refused.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Several_change_together_and_what_is_closed_stays_as_it_is()
    {
        var postmortem = await app.PostmortemAsync();
        var one = await app.PromiseAsync(postmortem, "one");
        var two = await app.PromiseAsync(postmortem, "two");
        var closed = await app.PromiseAsync(postmortem, "closed", then: item => item.Close(app.Ada.Id, "PR", Promised.Noon));
        int[] numbers = [one.Number, two.Number, closed.Number];

        (await app.UseCase<ChangeManyActionItems>().RunAsync(Ada, numbers, new ChangeOfMany.Owner(app.Grace.Id))).ShouldBe(2);
        (await app.UseCase<ChangeManyActionItems>().RunAsync(Ada, numbers, new ChangeOfMany.Due(new DateOnly(2027, 1, 5)))).ShouldBe(2);
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ChangeManyActionItems>().RunAsync(Ada, numbers, new ChangeOfMany.Decline(" ")));

        var read = await ReadAsync(one);
        (read.OwnerId, read.Due, read.State).ShouldBe((app.Grace.Id, new DateOnly(2027, 1, 5), ActionItemState.Open));
        (await ReadAsync(closed)).OwnerId.ShouldBeNull();
    }

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age");
        var eve = new Actor(app.Eve.Id, Role.Viewer);

        foreach (var attempt in new Func<Task>[]
        {
            () => app.UseCase<ChangeActionItem>().RunAsync(eve, item.Number, 0, Facts),
            () => app.UseCase<MoveActionItem>().RunAsync(eve, item.Number, ActionItemMove.Start),
            () => app.UseCase<DeleteActionItem>().RunAsync(eve, item.Number),
            () => app.UseCase<ChangeManyActionItems>().RunAsync(eve, [item.Number], new ChangeOfMany.Owner(null)),
        })
        {
            (await Should.ThrowAsync<RuleBrokenException>(attempt)).Code.ShouldBe("account/may-not-edit");
        }
    }

    private async Task<ActionItemState> MoveAsync(ActionItem item, ActionItemMove move, string words = "")
    {
        (await app.UseCase<MoveActionItem>().RunAsync(Ada, item.Number, move, words)).ShouldBe(Saved.Done);
        return (await ReadAsync(item)).State;
    }

    private async Task<ActionItem> ReadAsync(ActionItem item) => (await app.UseCase<ReadActionItem>().RunAsync(Ada, item.Number))!.Item;
}
