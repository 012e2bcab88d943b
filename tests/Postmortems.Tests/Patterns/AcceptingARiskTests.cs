using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class AcceptingARiskTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly June = new(2026, 6, 1);

    private readonly RecurringStory story = new(app);

    private static DateOnly Tomorrow => DateOnly.FromDateTime(DateTime.UtcNow.AddDays(1));

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public void Ends_when_the_day_is_over()
    {
        var pattern = Accepted();

        pattern.Weigh(Costing(100), waiting: 0, new(2026, 6, 1, 23, 59, 0, TimeSpan.Zero));
        pattern.State.ShouldBe(PatternState.AcceptedRisk);
        pattern.Weigh(Costing(100), waiting: 0, new(2026, 6, 2, 0, 0, 0, TimeSpan.Zero));

        (pattern.State, pattern.ResurfacedBy).ShouldBe((PatternState.Confirmed, Outgrown.Expired));
        pattern.Acceptance!.Reason.ShouldBe("The vendor ends it in summer");
    }

    [Theory]
    [InlineData(199, 1, null)]
    [InlineData(200, 0, Outgrown.Dearer)]
    [InlineData(100, 2, Outgrown.Grown)]
    public void Ends_when_the_cost_has_doubled_or_two_more_joined_or_wait_to(double cost, int waiting, Outgrown? why)
    {
        var pattern = Accepted();

        pattern.Weigh(Costing(cost), waiting, Monday.AddDays(1));

        pattern.ResurfacedBy.ShouldBe(why);
        pattern.State.ShouldBe(why is null ? PatternState.AcceptedRisk : PatternState.Confirmed);
    }

    [Fact]
    public void A_dismissed_pattern_too_asks_again_when_its_cost_has_doubled()
    {
        var pattern = Weighed();
        pattern.Dismiss(app.Ada.Id, "Not ours", Resurfacing.AfterTwoMore, Monday);

        pattern.Weigh(Costing(200), waiting: 0, Monday.AddDays(1));

        (pattern.State, pattern.ResurfacedBy, pattern.FadedAt).ShouldBe((PatternState.Proposed, Outgrown.Dearer, null));
    }

    [Theory]
    [InlineData("2026-05-04")]
    [InlineData("2028-05-05")]
    public void Needs_a_day_to_come_that_is_not_far_away(string until) =>
        Should.Throw<RuleBrokenException>(() => Weighed().Accept(app.Ada.Id, "Cheap", DateOnly.Parse(until, CultureInfo.InvariantCulture), Monday)).Code.ShouldBe("pattern/accepted-until");

    [Fact]
    public async Task Confirms_the_pattern_takes_it_from_the_undecided_and_remembers_to_ask()
    {
        var number = await ProposedAsync();

        await app.UseCase<AcceptRisk>().RunAsync(Ada, number, "The vendor ends it in summer", Tomorrow);
        await app.UseCase<AcceptRisk>().RunAsync(Ada, number, "The vendor ends it in summer", Tomorrow);
        await GroupAsync();

        (await NumbersAsync(PatternView.Accepted)).ShouldBe([number]);
        (await NumbersAsync(PatternView.Undecided)).ShouldBeEmpty();
        (await NumbersAsync(PatternView.All)).ShouldBe([number]);
        var facts = (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern;
        (facts.Confirmation is not null, facts.AcceptedBy).ShouldBe((true, "Ada Okafor"));
        await using var db = app.OpenDatabase();
        (await db.Errands.AnyAsync(errand => errand.Kind == Errand.RecomputePatterns && errand.NotBefore == facts.Acceptance!.EndsAt)).ShouldBeTrue();
        (await db.AuditLog.CountAsync(entry => entry.Verb == "pattern/risk-accepted" && entry.SubjectId == facts.Id)).ShouldBe(1);
        (await TextAsync(Urls.Patterns)).ShouldContain("Accepted until");
    }

    [Fact]
    public async Task What_waits_in_the_inbox_to_join_wakes_it_before_anybody_answers()
    {
        var number = await ProposedAsync();
        await app.UseCase<AcceptRisk>().RunAsync(Ada, number, "Cheap", Tomorrow);
        await story.WriteAsync([RecurringStory.Pool[2], "The connection pool was exhausted while the import held its connections"]);

        await GroupAsync();

        var facts = (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern;
        (facts.ResurfacedBy, facts.Postmortems).ShouldBe((Outgrown.Grown, 2));
        (await NumbersAsync(PatternView.Undecided)).ShouldContain(number);
        (await TextAsync(Urls.Pattern(number))).ShouldContain("because it was seen in more postmortems");
    }

    [Fact]
    public async Task Is_taken_back_by_whoever_may_edit()
    {
        var number = await ProposedAsync();
        await app.UseCase<AcceptRisk>().RunAsync(Ada, number, "Cheap", Tomorrow);
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.Pattern(number));

        using var answer = await ada.SubmitAsync(page, $"form[action='{Urls.WithdrawAcceptance(number)}']");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await NumbersAsync(PatternView.Accepted)).ShouldBeEmpty();
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<AcceptRisk>().RunAsync(new Actor(app.Eve.Id, Role.Viewer), number, "Cheap", Tomorrow));
    }

    [Fact]
    public async Task Is_written_on_a_page_that_loses_no_word()
    {
        var number = await ProposedAsync();
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.AcceptPattern(number));

        using var refused = await ada.SubmitAsync(page, "main form", ("Form.Reason", "The vendor ends it in summer"), ("Form.Until", "2020-01-01"));
        using var again = await refused.PageAsync();
        using var done = await ada.SubmitAsync(page, "main form", ("Form.Reason", "The vendor ends it in summer"), ("Form.Until", $"{Tomorrow:yyyy-MM-dd}"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.QuerySelector("textarea")!.TextContent.ShouldContain("The vendor ends it in summer");
        again.QuerySelector("main")!.Text().ShouldContain("Choose a day after today");
        done.Headers.Location!.ToString().ShouldEndWith(Urls.Pattern(number));
    }

    [Fact]
    public async Task A_dismissal_from_the_inbox_keeps_its_words_when_somebody_was_first()
    {
        var number = await ProposedAsync();
        using var ada = app.ClientFor(app.Ada);
        using var inbox = await ada.PageAsync(Urls.PatternInbox);
        await app.UseCase<DismissPattern>().RunAsync(new Actor(app.Grace.Id, Role.Editor), number, "Seen at the vendor only", Resurfacing.Never);

        using var refused = await ada.SubmitAsync(inbox, $"form[action='{Urls.DismissPattern(number)}']", ("Form.Reason", "Two different imports"));
        using var page = await refused.PageAsync();

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("textarea")!.TextContent.ShouldContain("Two different imports");
        page.QuerySelector("main")!.Text().ShouldContain("It was dismissed meanwhile: “Seen at the vendor only”");
    }

    [Fact]
    public async Task A_dismissal_from_the_inbox_leads_back_to_it()
    {
        var number = await ProposedAsync();
        using var ada = app.ClientFor(app.Ada);
        using var inbox = await ada.PageAsync(Urls.PatternInbox);

        using var done = await ada.SubmitAsync(inbox, $"form[action='{Urls.DismissPattern(number)}']", ("Form.Reason", "Two different imports"));

        done.Headers.Location!.ToString().ShouldEndWith(Urls.PatternInbox);
        (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern.Dismissal!.Reason.ShouldBe("Two different imports");
    }

    private Pattern Accepted()
    {
        var pattern = Weighed();
        pattern.Accept(app.Ada.Id, "The vendor ends it in summer", June, Monday);
        pattern.Confirm(app.Ada.Id, Monday);
        return pattern;
    }

    private static Pattern Weighed()
    {
        var pattern = new Pattern(Monday);
        pattern.Count(3, Monday);
        pattern.Weigh(Costing(100), waiting: 0, Monday);
        return pattern;
    }

    private static Weighed Costing(double minutes) => new(minutes, 0, 0, 1, 0.5);

    private Task GroupAsync() => app.UseCase<RecomputePatterns>().RunAsync();

    private async Task<int> ProposedAsync()
    {
        await story.WriteAsync(RecurringStory.Pool[..2]);
        await GroupAsync();
        return (await NumbersAsync(PatternView.All)).Single();
    }

    private async Task<List<int>> NumbersAsync(PatternView view) => [.. (await app.UseCase<ListPatterns>().RunAsync(Ada, view, null)).Rows.Select(row => row.Number)];

    private async Task<string> TextAsync(string address)
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(address);
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
