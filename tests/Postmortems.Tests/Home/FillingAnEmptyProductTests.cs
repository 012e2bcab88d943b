using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Home;

public sealed class FillingAnEmptyProductTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Lets_an_administrator_fill_it_with_the_demo_story()
    {
        using var grace = app.ClientFor(app.Grace);
        using var page = await grace.PageAsync(Urls.Home);

        using var filled = await grace.SubmitAsync(page, ".first-steps form");
        using var home = await grace.PageAsync(filled.Headers.Location!.ToString());

        home.QuerySelectorAll(".reading-list a").Length.ShouldBeGreaterThan(0);
        home.QuerySelector(".first-steps").ShouldBeNull();
    }
}
