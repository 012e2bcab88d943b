using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class RouteTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    /// <summary>Everything that answers a stranger. Whoever adds a line here says why it must.</summary>
    private static readonly string[] ForStrangers =
    [
        "/sign-in",
        "/first-run",
        "/invitation/{Secret}",
        "/password/{Secret}",

        // Programs check an export by it; it holds nobody's data.
        "/schemas/postmortem-1.json",

        // An automation is nobody: it shows a token of its own, and the handler refuses whoever shows none.
        "/api/patterns/{number:int}/runs",
    ];

    /// <summary>What somebody who may only read sends too: forms about themselves. Whoever adds a line here says why.</summary>
    private static readonly string[] ForReaders =
    [
        "/account",
        "/account/tokens/{id:guid}/revocation",
        "/account/sessions/end",
        "/account/theme",
        "/sign-out",

        // Everybody takes part in a retro: the more voices, the better; only editors decide.
        "/retros/{number:int}/seat",
        "/retros/{number:int}/cards/{card:guid}/vote",
        "/retros/{number:int}/comments",
        "/retros/{number:int}/comments/{comment:guid}/removal",
        "/retros/{number:int}/pulse",
    ];

    private List<RouteEndpoint> Routes => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Only_those_of_the_list_are_open_to_strangers()
    {
        Routes.Count.ShouldBeGreaterThan(10);

        Routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(PatternOf).Distinct().Order()
            .ShouldBe(ForStrangers.Order());
    }

    [Fact]
    public async Task Every_other_one_sends_a_stranger_to_the_door()
    {
        using var stranger = app.ClientFor();
        List<string> open = [];

        foreach (var (route, method) in Calls().Where(call => !ForStrangers.Contains(PatternOf(call.Route))))
        {
            using var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), AddressOf(route)));

            if (!IsRefusal(route, answer))
            {
                open.Add($"{method} {PatternOf(route)}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_form_without_its_token_is_refused()
    {
        using var grace = app.ClientFor(app.Grace);
        List<string> taken = [];

        foreach (var (route, method) in Calls().Where(call => call.Method == "POST" && !IsApi(call.Route) && PatternOf(call.Route) != "/first-run"))
        {
            using var answer = await grace.PostAsync(AddressOf(route), new FormUrlEncodedContent([new("_handler", "any"), new("role", "Viewer")]));

            if (answer.StatusCode is not HttpStatusCode.BadRequest)
            {
                taken.Add($"{method} {PatternOf(route)}: {(int)answer.StatusCode}");
            }
        }

        taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_form_that_a_viewer_forges_is_refused_with_the_same_page()
    {
        using var eve = app.ClientFor(app.Eve);
        using var account = await eve.PageAsync("/account");
        var token = account.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        List<string> taken = [];
        var tried = 0;

        foreach (var (route, method) in Writes().Where(call => !IsApi(call.Route) && !ForReaders.Contains(PatternOf(call.Route))))
        {
            foreach (var handler in new[] { "any", "quick", "write", "action-item", "service", "review" })
            {
                tried++;
                using var forged = new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token), new("role", "Administrator")]);
                using var answer = await eve.SendAsync(new HttpRequestMessage(new HttpMethod(method), AddressOf(route)) { Content = forged });

                if (answer.StatusCode is not HttpStatusCode.Forbidden || !(await answer.Content.ReadAsStringAsync()).Contains("You may not do this"))
                {
                    taken.Add($"{method} {PatternOf(route)} ({handler}): {(int)answer.StatusCode}");
                }
            }
        }

        taken.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Forms_about_oneself_are_open_to_viewers()
    {
        using var eve = app.ClientFor(app.Eve);
        ForReaders.ShouldBeSubsetOf(Writes().Select(call => PatternOf(call.Route)));

        foreach (var address in ForReaders.Select(pattern => AddressOf(Routes.First(route => PatternOf(route) == pattern))))
        {
            using var answer = await eve.PostAsync(address, new FormUrlEncodedContent([new("_handler", "any")]));

            // Refused only for want of its token.
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        }
    }

    [Fact]
    public async Task Every_write_of_the_api_is_refused_to_a_viewer_in_words()
    {
        var token = await app.UseCase<MakeApiToken>().RunAsync(new Actor(app.Eve.Id, Role.Viewer), Guid.CreateVersion7(), "laptop");
        using var eve = app.ClientFor();
        eve.DefaultRequestHeaders.Authorization = new("Bearer", token);

        foreach (var (route, method) in Writes().Where(call => IsApi(call.Route)))
        {
            using var answer = await eve.SendAsync(new HttpRequestMessage(new HttpMethod(method), AddressOf(route)));

            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, PatternOf(route));
            (await answer.Content.ReadAsStringAsync()).ShouldContain("Ask an administrator for the editor role");
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_content_security_policy()
    {
        using var grace = app.ClientFor(app.Grace);
        using var stranger = app.ClientFor();
        List<string> addresses = [.. Calls().Where(call => call.Method == "GET").Select(call => AddressOf(call.Route)), "/no-such-page", "/favicon.svg", "/assets/manifest.json", "/assets/none.js", "/api/none"];
        List<string> bare = [];

        foreach (var (browser, address) in addresses.SelectMany(address => new[] { (grace, address), (stranger, address) }))
        {
            using var answer = await browser.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);

            if (!IsStrict(answer))
            {
                bare.Add($"{address}: {(int)answer.StatusCode}");
            }
        }

        bare.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_is_free_of_inline_script_and_style()
    {
        using var grace = app.ClientFor(app.Grace);
        List<string> inline = [];

        foreach (var (route, _) in Calls().Where(call => call.Method == "GET" && !IsApi(call.Route)))
        {
            using var answer = await grace.GetAsync(AddressOf(route), HttpCompletionOption.ResponseHeadersRead);

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = await answer.PageAsync();
            inline.AddRange(page.All.Where(IsInline).Select(element => $"{PatternOf(route)}: {element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]}"));
        }

        inline.ShouldBeEmpty();
    }

    private static bool IsInline(IElement element) =>
        element.HasAttribute("style")
        || element.LocalName == "style"
        || (element.LocalName == "script" && element.GetAttribute("type") != "application/json" && !element.HasAttribute("src"))
        || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));

    private static bool IsStrict(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Content-Security-Policy", out var policies)
        && policies.Single() is var policy
        && policy.Contains("default-src 'none'") && policy.Contains("base-uri 'none'") && policy.Contains("frame-ancestors 'none'") && policy.Contains("form-action 'self'")
        && !policy.Contains("unsafe-inline") && !policy.Contains("unsafe-eval") && !policy.Contains('*')
        && answer.Headers.TryGetValues("X-Content-Type-Options", out var sniffing) && sniffing.Single() == "nosniff"
        && answer.Headers.Contains("Referrer-Policy");

    private static bool IsRefusal(RouteEndpoint route, HttpResponseMessage answer) =>
        IsApi(route)
            ? answer.StatusCode is HttpStatusCode.Unauthorized
            : answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal);

    private IEnumerable<(RouteEndpoint Route, string Method)> Calls() =>
        from route in Routes
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (route, method);

    private IEnumerable<(RouteEndpoint Route, string Method)> Writes() =>
        Calls().Where(call => call.Method is not "GET" and not "HEAD" && !ForStrangers.Contains(PatternOf(call.Route)));

    private static bool IsApi(RouteEndpoint route) => PatternOf(route).StartsWith("/api", StringComparison.Ordinal);

    private static string PatternOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText?.Trim('/');

    private static string AddressOf(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Sample))));

    private static string Sample(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { ParameterPolicies: var rules } when rules.Any(rule => rule.Content is "int" or "long" or "min(1)") => "1",
        RoutePatternParameterPart { ParameterPolicies: var rules } when rules.Any(rule => rule.Content == "guid") => "0198c5a4-0000-7000-8000-000000000000",
        _ => "any",
    };
}
