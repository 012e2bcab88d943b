using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.History;

public sealed class ListingManySittingsTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Reads_a_page_by_its_key_at_any_depth()
    {
        await using var db = database.CreateDbContext();
        var ada = new User("ada@example.org", "Ada Okafor", Role.Editor, DateTimeOffset.UtcNow);
        var incident = Told.Incident(ada);
        db.AddRange(ada, incident);
        await db.SaveChangesAsync();
        var actor = new Actor(ada.Id, Role.Editor);
        var number = (await new StartPostmortem(database, TimeProvider.System).RunAsync(actor, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", ada.Id, null, [incident.Id]))).Key;
        await new ReadHistory(database).RunAsync(actor, number);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO sittings (postmortem_id, first_version, last_version, began, ended, writers, words_added, words_taken_out)
            SELECT postmortem_id, version, version, began, began, writers, 1, 0 FROM sittings, generate_series(2, 20000) AS version
            """);
        await db.Database.ExecuteSqlAsync($"ANALYZE sittings");
        var log = new PlanLog(database);

        var page = (await new ReadHistory(log).RunAsync(actor, number, before: 9_000))!;

        page.Sittings.Select(sitting => sitting.FirstVersion).ShouldBe(Enumerable.Range(8_950, 50).Reverse());
        var plan = log.Plans.Single(plan => plan.Contains("on sittings", StringComparison.Ordinal));
        plan.ShouldContain("pk_sittings");
        plan.ShouldNotContain("Seq Scan on sittings");
        plan.ShouldNotContain("Bitmap");
    }
}
