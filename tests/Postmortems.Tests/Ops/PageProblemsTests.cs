using System.Net;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

public sealed class PageProblemsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/patterns/123456")]
    public async Task Say_that_a_page_is_not_there(string address)
    {
        using var answer = await app.ClientFor(app.Ada).GetAsync(address);
        using var page = await answer.PageAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldContain("does not exist");
    }

    [Fact]
    public async Task Say_that_a_role_does_not_include_it()
    {
        using var answer = await app.ClientFor(app.Eve).GetAsync("/administration/people");
        using var page = await answer.PageAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        page.QuerySelector("h1")!.TextContent.ShouldBe("You may not do this");
    }
}
