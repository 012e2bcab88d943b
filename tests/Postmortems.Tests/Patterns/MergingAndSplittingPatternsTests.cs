using System.Net;
using AngleSharp.Dom;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class MergingAndSplittingPatternsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public async Task The_number_of_a_merged_pattern_leads_to_the_survivor_and_the_merge_can_be_undone()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await story.GroupAsync();
        var rows = (await story.InboxAsync()).Rows;
        var (survivor, absorbed) = (rows[0].Number, rows[1].Number);

        await app.UseCase<MergePatterns>().RunAsync(Ada, survivor, absorbed);
        await app.UseCase<MergePatterns>().RunAsync(Ada, survivor, absorbed);
        await story.GroupAsync();
        (await story.PageAsync(survivor)).Members.Count.ShouldBe(5);
        (await app.UseCase<FindSurvivor>().RunAsync(Ada, absorbed)).ShouldBe(survivor);
        using var client = app.ClientFor(app.Ada);
        using var answer = await client.GetAsync(Urls.Pattern(absorbed));
        answer.Headers.Location!.ToString().ShouldEndWith(Urls.Pattern(survivor));

        await app.UseCase<UndoMerge>().RunAsync(Ada, absorbed);
        await story.GroupAsync();

        (await story.PageAsync(survivor)).Members.Count.ShouldBe(3);
        (await story.PageAsync(absorbed)).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_merged_pattern_takes_nothing_in()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await story.GroupAsync();
        var rows = (await story.InboxAsync()).Rows;
        await app.UseCase<MergePatterns>().RunAsync(Ada, rows[0].Number, rows[1].Number);

        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<MergePatterns>().RunAsync(Ada, rows[1].Number, rows[0].Number));
        var alone = await story.CauseAsync(RecurringStory.Others[1]);
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<TakeInMembers>().RunAsync(Ada, rows[1].Number, [alone]));
    }

    [Fact]
    public async Task A_merge_with_what_is_not_there_is_refused_beside_the_number_that_was_typed()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool);
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.MergePatterns(number));

        using var nobody = await ada.SubmitAsync(page, "main form", ("Form.Absorbed", "99999"));
        using var itself = await ada.SubmitAsync(page, "main form", ("Form.Absorbed", $"{number}"));
        using var nothing = await ada.SubmitAsync(page, "main form", ("Form.Absorbed", ""));

        (nobody.StatusCode, itself.StatusCode, nothing.StatusCode).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        var words = await nobody.Content.ReadAsStringAsync();
        words.ShouldContain("There is no PAT-99999.");
        words.ShouldContain("value=\"99999\"");
        (await itself.Content.ReadAsStringAsync()).ShouldContain("this one cannot be merged with itself");
        (await nothing.Content.ReadAsStringAsync()).ShouldContain("Say which pattern is merged into this one.");
    }

    [Fact]
    public async Task Some_members_become_a_pattern_of_their_own_once()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool);
        var going = (await story.PageAsync(number)).Members[0].Statement.Id;
        var form = Guid.CreateVersion7();

        var child = await app.UseCase<SplitPattern>().RunAsync(Ada, number, form, [going], "Long transactions of the import hold the pool");
        var again = await app.UseCase<SplitPattern>().RunAsync(Ada, number, form, [going], "Long transactions of the import hold the pool");
        await story.GroupAsync();

        again!.Key.ShouldBe(child!.Key);
        var page = await story.PageAsync(child.Key);
        page.Pattern.SplitFrom.ShouldBe(number);
        page.Members.ShouldHaveSingleItem().Statement.Id.ShouldBe(going);
        (await story.PageAsync(number)).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_pattern_that_people_divided_is_suggested_to_be_one_until_they_say_no()
    {
        var number = await story.ConfirmPoolAsync([.. RecurringStory.Pool, "The connection pool was exhausted while the nightly import held its connections"]);
        var going = (await story.PageAsync(number)).Members.Take(2).Select(member => member.Statement.Id).ToList();
        await app.UseCase<SplitPattern>().RunAsync(Ada, number, Guid.CreateVersion7(), going, "Half of them");
        await story.GroupAsync();
        var merge = (await story.InboxAsync()).Rows.ShouldHaveSingleItem();

        await app.UseCase<RejectSuggestion>().RunAsync(Ada, merge.Id, "Divided on purpose");
        await story.GroupAsync();

        (merge.Kind, merge.Number).ShouldBe((SuggestionKind.Merge, number));
        (await story.InboxAsync()).Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_confirmed_pattern_in_which_grouping_sees_two_things_is_suggested_to_be_split()
    {
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await story.GroupAsync();
        var rows = (await story.InboxAsync()).Rows;
        await app.UseCase<MergePatterns>().RunAsync(Ada, rows[0].Number, rows[1].Number);

        await story.GroupAsync();

        var split = (await story.InboxAsync()).Rows.ShouldHaveSingleItem();
        (split.Kind, split.Number, split.Members.Count).ShouldBe((SuggestionKind.Split, rows[0].Number, 2));
        (await story.TextAsync(Urls.PatternInbox)).ShouldContain($"PAT-{rows[0].Number} may be two");
    }

    [Fact]
    public async Task Members_are_chosen_on_their_page_and_nothing_typed_is_lost()
    {
        var number = await story.ConfirmPoolAsync(RecurringStory.Pool);
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.PatternMembers(number));

        using var refused = await ada.SubmitAsync(page, "main form", ("Form.Words", "Another thing"), ("Form.To", "own"));
        using var again = await refused.PageAsync();
        using var taken = await ada.SubmitAsync(page, "main form", ("Form.Words", "Another thing"), ("Form.To", "own"), ("member", (await story.PageAsync(number)).Members[0].Statement.Id.ToString()));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.QuerySelector("textarea")!.TextContent.ShouldContain("Another thing");
        again.QuerySelector("main")!.Text().ShouldContain("Tick at least one cause.");
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}
