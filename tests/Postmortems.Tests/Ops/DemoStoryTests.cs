using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Tests.Ops;

public sealed class DemoStoryTests(DemoStory demo) : IClassFixture<DemoStory>
{
    [Fact]
    public async Task Tells_a_year_of_ten_incidents_in_three_services()
    {
        await using var db = demo.OpenDatabase();
        var now = TimeProvider.System.GetUtcNow();

        var incidents = await db.Incidents.Include(i => i.Services).OrderBy(i => i.Number).ToListAsync();

        (await db.Services.CountAsync()).ShouldBe(3);
        incidents.Count.ShouldBe(10);
        incidents.Select(i => i.ListedAt).ShouldBeInOrder();
        incidents.ShouldAllBe(i => i.ListedAt > now.AddDays(-366) && i.ListedAt < now && i.Services.Count > 0);
        incidents.ShouldContain(i => i.Severity == Severity.NearMiss);
        incidents.Select(i => i.Impact?.Precision).Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Leaves_one_postmortem_in_review_one_in_draft_and_one_incident_unwritten()
    {
        await using var db = demo.OpenDatabase();

        var states = (await db.Postmortems.ToListAsync()).Select(p => p.State).Order();
        var unwritten = await db.Incidents.CountAsync(i => !db.Set<PostmortemIncident>().Any(about => about.IncidentId == i.Id));

        states.ShouldBe([PostmortemState.Draft, PostmortemState.InReview, .. Enumerable.Repeat(PostmortemState.Published, 7)]);
        unwritten.ShouldBe(1);
    }

    [Theory]
    [InlineData("ticket-delivery", "one request in six for seven hours", "IAM policy", "Nobody in the room owned the key")]
    [InlineData("checkout", "without telling us", "a maximum set two months earlier to save money in staging", "Autoscaling stopped at six")]
    public async Task Holds_the_stories_of_the_borrowed_key_and_of_the_unannounced_presale(string service, params string[] words)
    {
        await using var db = demo.OpenDatabase();

        var story = (await db.Incidents.ToListAsync()).Single(i => words.All(word => i.Summary.Contains(word, StringComparison.Ordinal)));

        (await db.Services.SingleAsync(s => s.Id == db.Set<IncidentService>().First(affects => affects.IncidentId == story.Id).ServiceId)).Name.ShouldBe(service);
        (await db.TimelineEntries.CountAsync(entry => entry.IncidentId == story.Id)).ShouldBeGreaterThan(10);
        (await db.Set<PostmortemIncident>().CountAsync(about => about.IncidentId == story.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Tells_of_work_by_hand_and_by_automation_from_several_zones()
    {
        await using var db = demo.OpenDatabase();

        var entries = await db.TimelineEntries.ToListAsync();

        entries.Where(e => e.Fix is not null).Select(e => e.Fix!.Actor).Distinct().Count().ShouldBeGreaterThan(1);
        entries.Select(e => e.Zone).Distinct().Order().ShouldBe(["America/New_York", "Etc/UTC", "Europe/Berlin"]);
        entries.Select(e => e.Basis).Distinct().Count().ShouldBe(Enum.GetValues<Basis>().Length);
        entries.Select(e => e.When!.Precision).Distinct().Count().ShouldBe(Enum.GetValues<Precision>().Length);
    }

    [Fact]
    public async Task Promises_work_in_every_state_some_of_it_overdue()
    {
        await using var db = demo.OpenDatabase();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

        var items = await db.ActionItems.Include(i => i.Causes).ToListAsync();

        items.Select(i => i.State).Distinct().Count().ShouldBe(Enum.GetValues<ActionItemState>().Length);
        items.Count(i => i.IsOverdue(today)).ShouldBeInRange(2, items.Count(i => i.IsOpen) - 2);
        items.ShouldAllBe(i => i.OwnerId != null && i.Causes.Count > 0 && i.DoneWhen != "");
    }

    [Fact]
    public async Task Finds_what_keeps_recurring()
    {
        await using var db = demo.OpenDatabase();

        var together = (await db.PatternMembers.Join(db.Causes, m => m.CauseId, c => c.Id, (m, c) => new { m.PatternId, c.Leaf }).ToListAsync())
            .GroupBy(member => member.PatternId)
            .Select(pattern => $"{pattern.Count()} {string.Join(", ", pattern.Select(m => m.Leaf).Distinct().Order())}");

        together.ShouldBe(["3 certificate-or-key-expiry", "3 finite-pool-exhausted", "3 env-difference"], ignoreOrder: true);
    }

    [Fact]
    public async Task Has_one_pattern_that_has_not_come_back_since_its_automation_shipped()
    {
        await using var db = demo.OpenDatabase();

        var automated = await db.Patterns.SingleAsync(p => p.IsNamedByPeople);
        var shipped = automated.Automation!.ShippedAt!.Value;

        automated.Name.ShouldContain("expiry");
        shipped.ShouldBe(TimeProvider.System.GetUtcNow().AddDays(-121), TimeSpan.FromHours(1));
        (await db.PatternMembers.Where(m => m.PatternId == automated.Id).ToListAsync()).ShouldAllBe(m => m.SeenAt < shipped);
    }

    [Fact]
    public async Task Lets_nobody_sign_in_as_its_people()
    {
        await using var db = demo.OpenDatabase();

        var people = await db.Users.Where(u => u.Id != demo.Grace.UserId).ToListAsync();

        people.Count.ShouldBe(3);
        people.ShouldAllBe(u => u.PasswordHash == null && u.DisabledAt != null);
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await using var db = demo.OpenDatabase();
        var before = await CountAsync(db);

        await demo.Fill.RunAsync(demo.Grace);

        (await CountAsync(db)).ShouldBe(before);
    }

    [Fact]
    public async Task Is_for_administrators() =>
        (await Should.ThrowAsync<RuleBrokenException>(() => demo.Fill.RunAsync(demo.Grace with { Role = Role.Editor }))).Code.ShouldBe("account/may-not-administer");

    private static async Task<(int, int, int, int, int)> CountAsync(PostmortemsDb db) =>
        (await db.Incidents.CountAsync(), await db.TimelineEntries.CountAsync(), await db.Causes.CountAsync(), await db.AuditLog.CountAsync(), await db.PatternMembers.CountAsync());
}
