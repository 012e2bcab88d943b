using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Incidents;

public sealed class ListingManyIncidentsTests(ManyIncidents many) : IClassFixture<ManyIncidents>
{
    private readonly Actor eve = new(Guid.CreateVersion7(), Role.Viewer);

    [Fact]
    public async Task Reads_a_page_of_any_depth_from_an_index()
    {
        var deep = new ListKey(new(2021, 6, 1, 0, 0, 0, TimeSpan.Zero), 1);

        await ShouldUseIndexesAsync(new(), before: null);
        await ShouldUseIndexesAsync(new(), deep);
        await ShouldUseIndexesAsync(new(Severity: Severity.Sev1), deep);
        await ShouldUseIndexesAsync(new(From: deep.ListedAt.AddDays(-9), Until: deep.ListedAt), before: null);
    }

    [Fact]
    public async Task Finds_by_words_and_by_service_from_an_index()
    {
        await ShouldUseIndexesAsync(new(Words: "depot 96 stood"), before: null);
        await ShouldUseIndexesAsync(new(ServiceId: many.Labels.Id), before: null);
    }

    [Fact]
    public async Task Walks_there_and_back_without_losing_or_repeating_a_row()
    {
        var list = new ListIncidents(many.Database);
        var first = await list.RunAsync(eve, new());
        var second = await list.RunAsync(eve, new(), before: first.Older);

        var back = await list.RunAsync(eve, new(), after: second.Newer);

        first.Newer.ShouldBeNull();
        first.Rows.Count.ShouldBe(ListIncidents.PageSize);
        first.Rows.Concat(second.Rows).Select(row => row.Number).ShouldBe(Enumerable.Range(0, 2 * ListIncidents.PageSize).Select(n => first.Rows[0].Number - n));
        back.Rows.ShouldBe(first.Rows);
        back.Newer.ShouldBeNull();
    }

    [Fact]
    public async Task Finds_the_few_that_are_deleted_from_an_index()
    {
        var log = new PlanLog(many.Database);

        await new ListDeletedIncidents(log).RunAsync(eve with { Role = Role.Editor });
        await new ListServices(log).RunAsync(eve);

        log.Plans.ShouldAllBe(plan => plan.Contains("ix_incidents_created_at_number") && !plan.Contains("Seq Scan on incidents"));
    }

    private async Task ShouldUseIndexesAsync(IncidentFilter filter, ListKey? before)
    {
        var log = new PlanLog(many.Database);

        var page = await new ListIncidents(log).RunAsync(eve, filter, before);

        page.Rows.ShouldNotBeEmpty();
        log.Plans.Count.ShouldBe(3);
        log.Plans[0].ShouldNotContain("Seq Scan on incidents", customMessage: filter.ToString());
        log.Plans[0].ShouldContain("ix_incident");
    }
}
