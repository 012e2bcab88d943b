using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ActionItems;

public sealed class ListingManyActionItemsTests(ListingManyActionItemsTests.Many many) : IClassFixture<ListingManyActionItemsTests.Many>
{
    private static readonly DateOnly Today = new(2026, 11, 19);

    [Theory]
    [InlineData(ActionItemView.Open, null, "ix_action_items_due_number")]
    [InlineData(ActionItemView.Open, "20270301-900", "ix_action_items_due_number")]
    [InlineData(ActionItemView.Open, "none-900", "ix_action_items")]
    [InlineData(ActionItemView.Overdue, null, "ix_action_items_due_number")]
    [InlineData(ActionItemView.Mine, null, "ix_action_items_owner_id_due_number")]
    [InlineData(ActionItemView.Closed, null, "ix_action_items_settled_at_number")]
    [InlineData(ActionItemView.Closed, "at1767225600000000-900", "ix_action_items_settled_at_number")]
    public async Task Reads_a_page_of_any_view_and_depth_from_an_index(ActionItemView view, string? after, string index)
    {
        var log = new PlanLog(many.Database);

        var page = await new ListActionItems(log).RunAsync(new Actor(many.Ada.Id, Role.Viewer), view, new ActionItemFilter(), Today, ActionItemKey.Read(after));

        page.Rows.Count.ShouldBe(ListActionItems.PageSize);
        log.Plans[0].ShouldNotContain("Seq Scan on action_items");
        log.Plans[0].ShouldContain(index);
    }

    /// <summary>A database with 20,000 action items: some settled, some without a date, every fiftieth Ada's.</summary>
    public sealed class Many : IAsyncLifetime
    {
        public DatabaseFixture Database { get; } = new();

        public User Ada { get; } = new("ada@example.org", "Ada Okafor", Role.Editor, Promised.Noon);

        public async Task InitializeAsync()
        {
            await Database.InitializeAsync();
            await using var db = Database.CreateDbContext();
            var incident = new Incident("Many promises", Severity.Sev2, "Etc/UTC", Ada.Id, Promised.Noon);
            var postmortem = new Postmortem("Many promises", "plain", Ada.Id, [incident.Id], Promised.Noon);
            db.AddRange(Ada, incident, postmortem);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO action_items (id, postmortem_id, title, owner_id, owner_as_written, due, priority, type, done_when, link, created_by, created_at,
                                          settled_at, decline_by, decline_reason, decline_at)
                SELECT gen_random_uuid(), {postmortem.Id}, 'Promise ' || n, CASE WHEN n % 50 = 0 THEN {Ada.Id} END, '', CASE WHEN n % 7 > 0 THEN date '2026-01-01' + n % 700 END, 'P1', 'Prevent', '', '', {Ada.Id}, now(),
                       settled, CASE WHEN settled IS NOT NULL THEN {Ada.Id} END, CASE WHEN settled IS NOT NULL THEN 'gone' END, settled
                FROM generate_series(1, 20000) n, LATERAL (SELECT CASE WHEN n % 3 = 0 THEN timestamptz '2025-01-01' + n * interval '1 hour' END) AS s (settled)
                """);
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        public Task DisposeAsync() => Database.DisposeAsync();
    }
}
