using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Home;

public sealed class FirstDayTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Teaches_three_ways_to_begin()
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Home);

        page.QuerySelectorAll(".first-steps > li").Length.ShouldBe(3);
        page.QuerySelectorAll(".empty-state a").Select(link => link.GetAttribute("href")).ShouldBe([Urls.NewIncident, Urls.Import, Urls.Help]);
    }

    [Fact]
    public async Task Offers_a_viewer_only_what_a_viewer_may_do()
    {
        using var page = await app.ClientFor(app.Eve).PageAsync(Urls.Home);

        page.QuerySelectorAll(".empty-state a").Select(link => link.GetAttribute("href")).ShouldBe([Urls.Help]);
    }
}
