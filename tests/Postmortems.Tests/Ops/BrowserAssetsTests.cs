using System.Net;
using AngleSharp.Dom;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

public sealed class BrowserAssetsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Are_there_for_everybody_and_kept_for_ever()
    {
        foreach (var address in await AssetsOfAPageAsync())
        {
            using var answer = await app.ClientFor().GetAsync(address);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        }
    }

    [Theory]
    [InlineData(".css", "text/css")]
    [InlineData(".js", "text/javascript")]
    public async Task Are_sent_small_to_a_browser_that_takes_brotli(string kind, string type)
    {
        var address = (await AssetsOfAPageAsync()).Single(asset => asset.EndsWith(kind, StringComparison.Ordinal));

        using var plain = await AskAsync(address, "gzip");
        using var small = await AskAsync(address, "gzip, br");

        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        small.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        small.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        small.Content.Headers.ContentLength!.Value.ShouldBeLessThan(plain.Content.Headers.ContentLength!.Value / 2);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string takes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", takes);
        return await app.ClientFor().SendAsync(request);
    }

    private async Task<List<string>> AssetsOfAPageAsync()
    {
        using var answer = await app.ClientFor(app.Ada).GetAsync("/no-such-page");
        using var page = await answer.PageAsync();
        return [.. page.QuerySelectorAll("link[href^='/assets/'], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];
    }
}
