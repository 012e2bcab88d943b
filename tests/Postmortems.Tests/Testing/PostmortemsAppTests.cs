using System.Net;

namespace Postmortems.Tests.Testing;

public sealed class PostmortemsAppTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Asks_a_stranger_to_sign_in()
    {
        using var answer = await app.ClientFor().GetAsync("/no-such-page");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/sign-in?next=%2Fno-such-page");
    }

    [Fact]
    public async Task Knows_who_is_signed_in()
    {
        using var answer = await app.ClientFor(app.Ada).GetAsync("/no-such-page");
        using var page = await answer.PageAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.Body!.GetAttribute("data-actor").ShouldBe(app.Ada.Id.ToString());
    }
}
