using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Timeline;

public sealed class TimelinePagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly DateTimeOffset Began = new(2026, 11, 17, 13, 2, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lines_become_entries_and_what_is_not_understood_stays_in_the_box()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();

        using var asked = await ada.SubmitAsync(
            await ada.PageAsync(Timeline(incident)),
            "form.quick-entry",
            ("lines", "~14:28 fix: restarted the pods, by hand, 3m, helped in part\nthe pool is full\n13:36Z ? the carrier is slow"));

        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await asked.PageAsync();
        page.QuerySelector("#quick-lines")!.TextContent.ShouldBe("the pool is full");
        page.QuerySelector(".asks")!.TextContent.ShouldContain("Begin with the time");
        Lines(page).ShouldBe(["14:02 CET Impact began", "14:28 CET about restarted the pods by hand restart or recycle 3 min helped in part", "14:36 CET told as 13:36 UTC the carrier is slow"]);
    }

    [Fact]
    public async Task Counts_what_was_added_while_other_lines_ask()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();

        using var answer = await ada.SubmitAsync(await ada.PageAsync(Timeline(incident)), "form.quick-entry", ("lines", "14:28 the pool is full\n14:30 the pool is fuller\nno time here"));

        using var page = await answer.PageAsync();
        page.QuerySelector(".asks").ShouldNotBeNull();
        page.QuerySelector(".tabs [aria-current=page] span")!.TextContent.ShouldBe("2");
    }

    [Fact]
    public async Task Lines_sent_twice_are_told_once()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();
        using var form = await ada.PageAsync(Timeline(incident));

        using var once = await ada.SubmitAsync(form, "form.quick-entry", ("lines", "14:28 pool is full\n14:29 pool is fuller"));
        using var twice = await ada.SubmitAsync(form, "form.quick-entry", ("lines", "14:28 pool is full\n14:29 pool is fuller"));

        once.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        twice.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        Lines(await ada.PageAsync(Timeline(incident))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Shows_what_a_line_would_become_before_it_is_kept()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();

        using var frame = await ada.PageAsync($"{Timeline(incident)}/understood?lines=~14:28+fix:+paused+the+job");

        Words(frame.QuerySelector("turbo-frame#understood")!).ShouldBe("Understood as 17 Nov 2026, about 14:28 CET fix step, pause automation or freeze changes by hand effect not told “paused the job”");
        Lines(await ada.PageAsync(Timeline(incident))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_is_changed_deleted_and_restored()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();
        var entry = await TellAsync(incident, 20, "Pods restarted");

        using var saved = await ada.SubmitAsync(
            await ada.PageAsync($"{Timeline(incident)}/{entry.Id}"),
            "form.form",
            ("Form.Text", "Pods of label-api restarted\nOne by one"),
            ("Form.Kind", "Fix"),
            ("Form.FixKind", "restart"),
            ("Form.FixMinutes", "4"),
            ("Form.FixEffect", "StoppedImpact"),
            ("Form.Evidence", "https://runbooks.example/restart"));

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await ada.PageAsync(Timeline(incident));
        Lines(page)[1].ShouldBe("14:22 CET Pods of label-api restarted One by one by hand restart or recycle 4 min stopped the impact");
        page.QuerySelector(".basis a[href='https://runbooks.example/restart']").ShouldNotBeNull();

        using var deleted = await ada.SubmitAsync(await ada.PageAsync($"{Timeline(incident)}/{entry.Id}"), $"form[action$='{entry.Id}/deletion']");
        Lines(await app.ClientFor(app.Eve).PageAsync(Timeline(incident))).Count.ShouldBe(1);
        using var restored = await ada.SubmitAsync(await ada.PageAsync(Timeline(incident)), ".restorable form");
        Lines(await app.ClientFor(app.Eve).PageAsync(Timeline(incident))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_becomes_a_milestone_of_its_incident()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();
        var entry = await TellAsync(incident, 9, "the responder sees failing labels");

        using var made = await ada.SubmitAsync(await ada.PageAsync($"{Timeline(incident)}/{entry.Id}"), "form:has(#milestone)", ("milestone", "Detected"));

        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await ada.PageAsync(Timeline(incident));
        Lines(page).ShouldBe(["14:02 CET Impact began", "14:11 CET Detected: the responder sees failing labels"]);
        Words(page.QuerySelector("ol.milestones")!).ShouldContain("9 min until somebody knew");
    }

    [Fact]
    public async Task A_milestone_out_of_order_is_refused_at_its_field_and_stays_chosen()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();
        var entry = await TellAsync(incident, -30, "the pool was enlarged");

        using var refused = await ada.SubmitAsync(await ada.PageAsync($"{Timeline(incident)}/{entry.Id}"), "form:has(#milestone)", ("milestone", "Mitigated"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await refused.PageAsync();
        page.QuerySelector("#milestone-fault")!.TextContent.ShouldContain("it was mitigated before impact began");
        page.QuerySelector("#milestone option[selected]")!.GetAttribute("value").ShouldBe("Mitigated");
        page.QuerySelector("#Form-Text")!.TextContent.Trim().ShouldBe("the pool was enlarged");
    }

    [Fact]
    public async Task A_fix_that_becomes_a_milestone_stays_the_fix_it_was()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();
        var fix = Entry(incident, 20, "Pods restarted");
        fix.Fixes(new FixStep("restart", FixActor.Person, 4, FixEffect.StoppedImpact));
        await app.StoreAsync(fix);

        using var made = await ada.SubmitAsync(await ada.PageAsync($"{Timeline(incident)}/{fix.Id}"), "form:has(#milestone)", ("milestone", "Mitigated"));

        await using var db = app.OpenDatabase();
        (await db.TimelineEntries.SingleAsync(entry => entry.Id == fix.Id)).ShouldSatisfyAllConditions(
            entry => entry.Kind.ShouldBe(EntryKind.Fix),
            entry => entry.Fix.ShouldBe(fix.Fix));
        using var page = await ada.PageAsync(Timeline(incident));
        Lines(page).ShouldBe(["14:02 CET Impact began", "14:22 CET Mitigated", "14:22 CET Pods restarted by hand restart or recycle 4 min stopped the impact"]);
    }

    [Fact]
    public async Task A_milestone_is_taken_only_from_an_entry_of_that_incident()
    {
        var (incident, other) = (await RecordAsync(), await RecordAsync());
        var entry = await TellAsync(incident, 9, "the responder sees failing labels");
        var reach = app.UseCase<ReachMilestone>();
        var ada = new Actor(app.Ada.Id, Role.Editor);

        (await reach.RunAsync(ada, other.Number, entry.Id, Milestone.Detected)).ShouldBeFalse();
        (await Should.ThrowAsync<RuleBrokenException>(reach.RunAsync(ada, incident.Number, entry.Id, (Milestone)99))).Message.ShouldContain("Choose which milestone");

        await using var db = app.OpenDatabase();
        (await db.Incidents.SingleAsync(i => i.Id == incident.Id)).Delete(app.Ada.Id, Began);
        await db.SaveChangesAsync();
        (await reach.RunAsync(ada, incident.Number, entry.Id, Milestone.Detected)).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_when_somebody_changed_the_incident_at_the_same_moment()
    {
        var incident = await RecordAsync();
        var entry = await TellAsync(incident, 9, "the responder sees failing labels");
        var between = new ChangedBetween(() =>
        {
            using var db = app.OpenDatabase();
            db.Incidents.Single(i => i.Id == incident.Id).Describe("Labels fail in Leipzig", Severity.Sev2, "");
            db.SaveChanges();
        });
        var reach = new ReachMilestone(app.UseCase<IDbContextFactory<PostmortemsDb>>(), between);

        var refused = await Should.ThrowAsync<RuleBrokenException>(reach.RunAsync(new Actor(app.Ada.Id, Role.Editor), incident.Number, entry.Id, Milestone.Detected));

        refused.Message.ShouldContain("Somebody else changed");
        Lines(await app.ClientFor(app.Eve).PageAsync(Timeline(incident))).ShouldBe(["14:02 CET Impact began", "14:11 CET the responder sees failing labels"]);
    }

    [Fact]
    public async Task A_line_that_is_too_long_stays_in_the_box_and_the_others_are_kept()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();
        var tooLong = $"14:29 {new string('x', 4001)}";

        using var asked = await ada.SubmitAsync(await ada.PageAsync(Timeline(incident)), "form.quick-entry", ("lines", $"14:28 pool is full\n{tooLong}"));

        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await asked.PageAsync();
        page.QuerySelector("#quick-lines")!.TextContent.ShouldBe(tooLong);
        Lines(page).ShouldBe(["14:02 CET Impact began", "14:28 CET pool is full"]);
    }

    [Fact]
    public async Task Asks_about_a_year_that_no_clock_can_show()
    {
        using var ada = app.ClientFor(app.Ada);
        var incident = await RecordAsync();

        using var frame = await ada.PageAsync($"{Timeline(incident)}/understood?lines=0001-01-01+00:10+%2B05:00+x");

        frame.QuerySelector("turbo-frame#understood")!.TextContent.ShouldContain("check the year 1.");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("the graph of label requests")]
    public async Task Evidence_that_is_no_web_address_is_never_a_link(string evidence)
    {
        var incident = await RecordAsync();
        await TellAsync(incident, 5, "It was seen", evidence);

        using var page = await app.ClientFor(app.Eve).PageAsync(Timeline(incident));

        page.QuerySelectorAll(".timeline-list a").ShouldBeEmpty();
        page.QuerySelector(".timeline-list")!.TextContent.ShouldContain(evidence);
    }

    [Fact]
    public async Task Shows_the_date_when_the_day_changes_and_asks_about_silences()
    {
        var incident = await RecordAsync();
        await TellAsync(incident, 9, "Detected by a customer");
        await TellAsync(incident, 40, "Something at last");
        await TellAsync(incident, 700, "The day after");

        using var page = await app.ClientFor(app.Eve).PageAsync(Timeline(incident));

        page.QuerySelectorAll(".day").Select(day => day.TextContent).ShouldBe(["17 Nov 2026", "18 Nov 2026"]);
        page.QuerySelectorAll(".gap-note").Select(Words).ShouldBe(["9 min without an entry. Does somebody remember?", "31 min without an entry. Does somebody remember?"]);
    }

    [Fact]
    public async Task Costs_few_commands_however_many_entries()
    {
        using var eve = app.ClientFor(app.Eve);
        var incident = await RecordAsync();
        await app.StoreAsync([.. Enumerable.Range(0, 300).Select(n => Entry(incident, n, $"Step {n}"))]);
        using var warm = await eve.PageAsync(Timeline(incident));
        app.Commands.Forget();

        using var page = await eve.PageAsync(Timeline(incident));

        Lines(page).Count.ShouldBe(301);
        app.Commands.SeenInRequests.Count(command => !command.Contains("errands")).ShouldBeLessThanOrEqualTo(7, string.Join("\n\n", app.Commands.SeenInRequests));
    }

    private async Task<Incident> RecordAsync()
    {
        var incident = new Incident("Labels fail", Severity.Sev2, "Europe/Berlin", app.Ada.Id, Began);
        incident.TellTimes(new(Impact: new(Began, Precision.Minute)), "Europe/Berlin");
        await app.StoreAsync(incident);
        return incident;
    }

    private async Task<TimelineEntry> TellAsync(Incident incident, int minutes, string text, string evidence = "")
    {
        var entry = Entry(incident, minutes, text, evidence);
        await app.StoreAsync(entry);
        return entry;
    }

    private TimelineEntry Entry(Incident incident, int minutes, string text, string evidence = "")
    {
        var when = new TimePoint(Began.AddMinutes(minutes), Precision.Minute);
        var entry = new TimelineEntry(incident.Id, when, "Europe/Berlin", text, minutes, app.Ada.Id, Began);
        entry.Tell(when, "Europe/Berlin", EntryKind.Event, text, Basis.Observed, evidence);
        return entry;
    }

    private static string Timeline(Incident incident) => $"/incidents/{incident.Number}/timeline";

    private static List<string> Lines(IDocument page) =>
        [.. page.QuerySelectorAll(".timeline-list > li:not(.day, .gap-note)").Select(line => Words(line.QuerySelector(".when")!) + " " + Words(line.QuerySelector(".text")!))];

    private static string Words(IElement element) => string.Join(' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private sealed class ChangedBetween(Action change) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            change();
            return Began;
        }
    }
}
