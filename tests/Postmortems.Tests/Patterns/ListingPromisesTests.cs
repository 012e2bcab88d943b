using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class ListingPromisesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Pages_go_over_all_that_shipped_and_then_over_all_that_is_planned()
    {
        var now = DateTimeOffset.UtcNow;
        var patterns = Enumerable.Range(0, 130).Select(i => Promised(now, i)).ToArray();
        await app.StoreAsync([.. patterns]);
        var seen = new List<PromiseRow>();
        PromiseKey? after = null;

        do
        {
            var page = await app.UseCase<ListPromises>().RunAsync(new Actor(app.Ada.Id, Role.Editor), after);
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        seen.Select(row => row.Id).ShouldBe(patterns.Select(pattern => pattern.Id), ignoreOrder: true);
        seen.Select(row => row.Automation.ShippedAt ?? DateTimeOffset.MinValue).ShouldBe(seen.Select(row => row.Automation.ShippedAt ?? DateTimeOffset.MinValue).OrderDescending());
        using var first = await app.ClientFor(app.Ada).PageAsync(Urls.PatternPromises);
        using var second = await app.ClientFor(app.Ada).PageAsync(first.QuerySelectorAll("a").Single(link => link.TextContent == "Further promises").GetAttribute("href")!);
        second.QuerySelectorAll(".promises > li a.sentence").Select(link => link.TextContent).ShouldBe(seen.Skip(ListPromises.PageSize).Take(ListPromises.PageSize).Select(row => row.Name));
    }

    /// <summary>Three of four have shipped, several at the same moment.</summary>
    private Pattern Promised(DateTimeOffset now, int place)
    {
        var pattern = new Pattern(now);
        pattern.Describe($"What keeps happening, number {place}", "");
        pattern.Automate(new Automation("Ends what waits too long", "", app.Ada.Id, place % 4 == 0 ? null : now.AddDays(-place / 20)), now);
        return pattern;
    }
}
