using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Domain.Timeline;
using Postmortems.PatternEngine.Recurrence;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class RepeatedFixesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly string[] Deleted = FixStory.Deleted;

    private readonly FixStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public Task InitializeAsync() => story.BeginAsync();

    [Fact]
    public async Task What_people_repeat_in_three_incidents_becomes_a_pattern_with_what_automating_it_may_save()
    {
        await RepeatAsync(3);

        var row = (await CandidatesAsync()).ShouldHaveSingleItem();

        (row.Incidents, row.Minutes, row.WithMinutes).ShouldBe((3, 60, 3));
        row.Saving!.ChanceOfGain.ShouldBeInRange(0, 1);
        row.SharedTerms.ShouldContain(term => term.Contains("logs", StringComparison.OrdinalIgnoreCase));
        (await app.UseCase<ReadPattern>().RunAsync(Ada, row.Number))!.Pattern.Kind.ShouldBe(PatternKind.Response);
        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.Single(listed => listed.Number == row.Number).IsOfFixes.ShouldBeTrue();
    }

    [Fact]
    public async Task Twice_or_by_automation_or_without_effect_is_not_yet_repeated()
    {
        await RepeatAsync(2);
        await FixAsync(60, Deleted[2], FixActor.Automation);
        await FixAsync(50, Deleted[3], effect: FixEffect.None);

        (await CandidatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_number_stays_when_another_incident_joins()
    {
        await RepeatAsync(3);
        var number = (await CandidatesAsync()).Single().Number;
        await FixAsync(5, Deleted[3]);

        var row = (await CandidatesAsync()).ShouldHaveSingleItem();

        (row.Number, row.Incidents, row.IsConfirmed).ShouldBe((number, 4, false));
    }

    [Fact]
    public async Task A_dearer_automation_is_less_likely_to_pay()
    {
        await RepeatAsync(4);
        await CandidatesAsync();
        var cheap = (await app.UseCase<ListCandidates>().RunAsync(Ada, new WhatIf(BuildHours: 0.5, UpkeepHours: 0))).Single().Saving!;

        var dear = (await app.UseCase<ListCandidates>().RunAsync(Ada, new WhatIf(BuildHours: 200))).Single().Saving!;

        dear.ChanceOfGain.ShouldBeLessThan(cheap.ChanceOfGain);
        dear.Median.ShouldBeLessThan(cheap.Median);
    }

    [Fact]
    public async Task Its_page_shows_the_steps_and_drafts_a_runbook_that_invents_nothing()
    {
        await RepeatAsync(3);
        var number = (await CandidatesAsync()).Single().Number;
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.Pattern(number));

        var runbook = await ada.GetStringAsync(Urls.PatternRunbook(number));

        page.QuerySelectorAll(".members tbody tr").Length.ShouldBe(3);
        runbook.ShouldContain($"Drafted from PAT-{number}: what people did by hand in 3 incidents.");
        runbook.ShouldContain($"1. {Deleted[0]} (20 min; it stopped the impact)");
        runbook.ShouldContain("## Checks");
        runbook.ShouldContain("## Stop conditions");
    }

    [Fact]
    public async Task The_page_of_candidates_reckons_with_the_guesses_of_its_form()
    {
        await RepeatAsync(3);
        await CandidatesAsync();
        using var ada = app.ClientFor(app.Ada);

        using var page = await ada.PageAsync($"{Urls.PatternCandidates}?build=500&upkeep=nonsense&months=6");

        page.GetElementById("build")!.GetAttribute("value").ShouldBe("500");
        page.GetElementById("upkeep")!.GetAttribute("value").ShouldBe("0.5");
        page.QuerySelector("main")!.Text().ShouldContain("Likely does not pay");
    }

    [Fact]
    public async Task An_automation_is_blind_until_it_reports_a_run_and_a_run_counts_once()
    {
        await RepeatAsync(3);
        var number = await ShipAsync();
        var before = (await app.UseCase<ReadFixes>().RunAsync(Ada, number))!.Runs!;
        var verdict = await VerdictAsync(number);
        using var program = app.ClientFor();
        var token = await app.UseCase<MakeApiToken>().RunAsync(Ada, Guid.CreateVersion7(), "log cleaner");
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);

        var run = new { runId = "night-1", ranAt = DateTimeOffset.UtcNow.AddHours(-1), outcome = "worked" };
        using var first = await program.PostAsJsonAsync(Urls.AutomationRuns(number), run);
        using var second = await program.PostAsJsonAsync(Urls.AutomationRuns(number), run);

        before.IsBlind.ShouldBeTrue();
        verdict.ShouldBe(Verdict.Blind);
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        var after = (await app.UseCase<ReadFixes>().RunAsync(Ada, number))!.Runs!;
        (after.Count, after.Failed, after.Acted).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Runs_far_above_the_old_rate_are_told_as_masked()
    {
        await RepeatAsync(3);
        var number = await ShipAsync();

        for (var run = 0; run < 12; run++)
        {
            await app.UseCase<ReportRun>().RunAsync(Ada, number, $"run-{run}", DateTimeOffset.UtcNow.AddHours(-run - 1), RunOutcome.Worked, "");
        }

        (await VerdictAsync(number)).ShouldBe(Verdict.Masked);
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Pattern(number));
        page.QuerySelector("main")!.Text().ShouldContain("The work stopped; the cause did not.");
    }

    [Fact]
    public async Task Runs_that_looked_and_did_nothing_mask_nothing()
    {
        await RepeatAsync(3);
        var number = await ShipAsync();

        for (var run = 0; run < 12; run++)
        {
            await app.UseCase<ReportRun>().RunAsync(Ada, number, $"run-{run}", DateTimeOffset.UtcNow.AddHours(-run - 1), RunOutcome.DidNothing, "");
        }

        (await VerdictAsync(number)).ShouldBe(Verdict.TooEarly);
    }

    [Fact]
    public async Task A_run_without_an_id_from_the_future_or_of_nothing_is_refused()
    {
        await RepeatAsync(3);
        var number = (await CandidatesAsync()).Single().Number;
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ReportRun>().RunAsync(Ada, number, "a", null, RunOutcome.Worked, ""));
        await ShipAsync();

        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ReportRun>().RunAsync(Ada, number, " ", null, RunOutcome.Worked, ""));
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ReportRun>().RunAsync(Ada, number, "a", DateTimeOffset.UtcNow.AddDays(1), RunOutcome.Worked, ""));
        (await app.UseCase<ReportRun>().RunAsync(Ada, 99_999, "a", null, RunOutcome.Worked, "")).ShouldBeFalse();
    }

    [Fact]
    public async Task Telling_and_deleting_a_fix_step_has_repeated_fixes_looked_for_again()
    {
        await FixAsync(3, Deleted[0]);
        await using var db = app.OpenDatabase();
        var incident = await db.Incidents.OrderByDescending(one => one.ListedAt).FirstAsync();
        var id = Guid.CreateVersion7();

        app.Commands.Forget();
        await app.UseCase<TellEntry>().RunAsync(Ada, incident.Number, id, new EntryFacts(new TimePoint(incident.ListedAt, Precision.Minute), "Europe/Berlin", EntryKind.Fix, "Restarted it", Basis.Observed, "", new FixStep("restart", FixActor.Person, 4, FixEffect.Partial)));
        var told = app.Commands.SeenInTest.Count(AsksForErrand);
        await app.UseCase<DeleteEntry>().RunAsync(Ada, id);

        told.ShouldBe(1);
        app.Commands.SeenInTest.Count(AsksForErrand).ShouldBe(2);
    }

    private static bool AsksForErrand(string sql) => sql.Contains("INSERT INTO errands", StringComparison.Ordinal);

    [Fact]
    public async Task A_plan_tells_how_it_is_stopped_who_sees_it_and_what_if_it_is_wrong()
    {
        await RepeatAsync(3);
        var number = (await CandidatesAsync()).Single().Number;
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.Pattern(number));

        using var answer = await ada.SubmitAsync(
            page, "#automation form", ("Form.Plan", "Cleans logs at 80 %"), ("Form.StoppedBy", "Flag node-log-cleaner"), ("Form.SeenBy", "Platform channel"), ("Form.Due", "2027-02-01"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var after = await ada.PageAsync(Urls.Pattern(number));
        var plan = string.Join(' ', after.QuerySelector(".plan")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        plan.ShouldContain("How it is stoppedFlag node-log-cleaner");
        plan.ShouldContain("On a wrong premisenobody has said");
        plan.ShouldContain("Due1 Feb 2027");
    }

    private async Task<Verdict> VerdictAsync(int number) => (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.History.Watch!.Verdict;

    private async Task<int> ShipAsync()
    {
        var number = (await CandidatesAsync()).Single().Number;
        var version = (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern.Version;
        await app.UseCase<PlanAutomation>().RunAsync(Ada, number, version, new Automation("Cleans logs at 80 %", "", null, DateTimeOffset.UtcNow.AddDays(-2)));
        return number;
    }

    private async Task<IReadOnlyList<CandidateRow>> CandidatesAsync()
    {
        await app.UseCase<RecomputePatterns>().RunAsync();
        return await app.UseCase<ListCandidates>().RunAsync(Ada, new WhatIf());
    }

    private Task RepeatAsync(int times) => story.RepeatAsync(times);

    private Task FixAsync(int daysAgo, string text, FixActor actor = FixActor.Person, FixEffect effect = FixEffect.StoppedImpact) => story.FixAsync(daysAgo, text, actor, effect);
}
