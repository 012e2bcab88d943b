using AngleSharp.Dom;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

public sealed class ContentSecurityPolicyTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Lets_only_our_own_script_through_by_a_word_that_is_fresh_each_time()
    {
        var first = await AskAsync();
        var second = await AskAsync();

        first.Nonce.ShouldNotBe(second.Nonce);
        first.Policy.ShouldContain($"script-src 'nonce-{first.Nonce}' 'strict-dynamic'");
        first.Policy.ShouldContain("default-src 'none'");
        first.Policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Has_nothing_inline_to_forbid()
    {
        var (_, _, page) = await AskAsync();

        page.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<(string Policy, string? Nonce, IDocument Page)> AskAsync()
    {
        using var answer = await app.ClientFor(app.Grace).GetAsync("/no-such-page");
        var page = await answer.PageAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        return (policy, page.QuerySelector("script[type=module]")!.GetAttribute("nonce"), page);
    }
}
