using System.Net;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

public sealed class SameOriginApiTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("User-Agent", "curl", false)]
    public async Task Keeps_other_sites_from_writing_with_our_cookie(string header, string value, bool isRefused)
    {
        using var browser = app.ClientFor(app.Ada);
        using var call = new HttpRequestMessage(HttpMethod.Delete, "/api/no-such-thing");
        call.Headers.TryAddWithoutValidation(header, value);

        using var answer = await browser.SendAsync(call);

        (answer.StatusCode is HttpStatusCode.Forbidden).ShouldBe(isRefused);
    }
}
