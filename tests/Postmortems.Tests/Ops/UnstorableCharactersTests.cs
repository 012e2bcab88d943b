using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

/// <summary>PostgreSQL keeps neither NUL nor half of a surrogate pair. Whoever sends one hears a no, never of a fault of ours.</summary>
public sealed class UnstorableCharactersTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    public Task InitializeAsync() => app.UseCase<FillWithDemoStory>().RunAsync(new Actor(app.Grace.Id, Role.Administrator));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/incidents/new")]
    [InlineData("/incidents/1/edit")]
    [InlineData("/incidents/1/timeline")]
    [InlineData("/incidents/1/timeline/new")]
    [InlineData("/postmortems/new")]
    [InlineData("/postmortems/8/write")]
    [InlineData("/postmortems/8/about")]
    [InlineData("/postmortems/8/causes")]
    [InlineData("/postmortems/8/causes/new")]
    [InlineData("/postmortems/8/comments")]
    [InlineData("/postmortems/8/action-items/new")]
    [InlineData("/postmortems/8/attachments")]
    [InlineData("/action-items/1")]
    [InlineData("/action-items/1/edit")]
    [InlineData("/action-items/selected")]
    [InlineData("/services/new")]
    [InlineData("/templates")]
    [InlineData("/templates/new")]
    [InlineData("/patterns/1")]
    [InlineData("/patterns/1/members")]
    [InlineData("/patterns/1/merge")]
    [InlineData("/patterns/1/dismissal")]
    [InlineData("/patterns/1/acceptance")]
    [InlineData("/patterns/inbox")]
    [InlineData("/retros/new")]
    [InlineData("/retros/1/edit")]
    [InlineData("/retros/1/part")]
    [InlineData("/retros/1/lead")]
    [InlineData("/import")]
    [InlineData("/account")]
    [InlineData("/administration/people")]
    public async Task Are_no_fault_in_any_field_of_a_page(string address)
    {
        var client = app.ClientFor(app.Grace);
        using var page = await client.PageAsync(address);

        await SendEachFieldAsync(client, page);
    }

    [Fact]
    public async Task Are_no_fault_at_the_door()
    {
        var client = app.ClientFor();
        using var page = await client.PageAsync("/sign-in");

        await SendEachFieldAsync(client, page, ("Form.Email", "ada@example.org"), ("Form.Password", "a long enough password"));
    }

    [Theory]
    [InlineData("POST", "/api/imports", """{"year":2026,"files":[{"name":"!.md","text":"# Carts ! froze\n\nDate: 2026-03-11\n\n## Summary\n\nCarts ! froze."}]}""")]
    [InlineData("POST", "/api/imports", """{"files":[null,{"name":null,"text":"# Carts ! froze"}]}""")]
    [InlineData("POST", "/api/postmortems/8/document/changes", """{"after":1,"client":"0192f5c4-7a5e-7c1a-9d4e-3b1f6f0c2a11","updates":[{"sequence":1,"changes":[[0,"!"]]}]}""")]
    [InlineData("POST", "/api/postmortems/8/document/presence", """{"window":"!","version":1,"anchor":0,"head":0}""")]
    [InlineData("POST", "/api/postmortems/8/wording", """{"text":"The outage ! was human error.!"}""")]
    [InlineData("PUT", "/api/postmortems/8/wording/answers/0192f5c4-7a5e-7c1a-9d4e-3b1f6f0c2a13", """{"kind":"kept","rule":"label/human-error","phrase":"human error","before":"The ! outage was","after":".","reason":"It is ! the title."}""")]
    [InlineData("PUT", "/api/postmortems/8/wording/answers/0192f5c4-7a5e-7c1a-9d4e-3b1f6f0c2a14", """{"kind":"!","rule":"!","phrase":"!"}""")]
    [InlineData("POST", "/api/wording?without=fix", """{"text":"The new engineer ! should have known."}""")]
    [InlineData("PUT", "/api/coaching", """{"on":"!"}""")]
    [InlineData("POST", "/api/patterns/1/runs", """{"runId":"night-!","ranAt":"2026-11-22T02:00:00Z","outcome":"worked","note":"Renewed ! one"}""")]
    [InlineData("POST", "/api/patterns/1/runs", """{"runId":"night-1","ranAt":"2026-11-22T02:00:00Z","outcome":"!"}""")]
    public async Task Are_no_fault_in_a_call_of_the_api(string method, string address, string body)
    {
        var client = app.ClientFor(app.Grace);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());

        foreach (var sign in new[] { "\\u0000", "\\ud83d", "\\udc00" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent(body.Replace("!", sign, StringComparison.Ordinal), Encoding.UTF8, "application/json") };

            using var answer = await client.SendAsync(request);

            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{address} {sign}: {ErrorLog.LatestErrors}");
        }
    }

    [Fact]
    public async Task Are_named_where_a_form_holds_one()
    {
        var client = app.ClientFor(app.Grace);
        using var page = await client.PageAsync("/services/new");

        using var answer = await client.SubmitAsync(page, "main form", ("Form.Name", "ledger\0"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.PageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("This form cannot be read");
    }

    [Fact]
    public async Task Are_refused_where_somebody_looks_for_them()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync();

        foreach (var odd in new[] { "a\0b", "half \ud83d a face" })
        {
            string[] several = ["whole", odd];

            await Should.ThrowAsync<RuleBrokenException>(() => db.Services.AnyAsync(service => service.Name == odd));
            await Should.ThrowAsync<RuleBrokenException>(() => db.Services.AnyAsync(service => several.Contains(service.Name)));
        }

        (await db.Services.AnyAsync(service => service.Name == "a whole 🙂 face")).ShouldBeFalse();
    }

    /// <summary>As text that a browser encoded, and in parts, where a NUL reaches what asks the database.</summary>
    private static async Task SendEachFieldAsync(HttpClient client, IDocument page, params (string Name, string Value)[] filled)
    {
        var forms = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Where(form => form.GetAttribute("action") is not ("/sign-out" or "/account/sessions/end")).ToList();
        var sent = 0;

        foreach (var (place, form) in forms.Index())
        {
            form.Id = $"form-{place}";
            var fields = form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } name && !name.StartsWith('_')).ToList();
            var typed = fields.Where(IsEmptyText).Select(field => (Name: field.GetAttribute("name")!, Value: "Checkout froze")).Concat(filled).ToList();

            foreach (var name in fields.Select(field => field.GetAttribute("name")!).Distinct())
            {
                foreach (var encoding in new[] { "multipart/form-data", "application/x-www-form-urlencoded" })
                {
                    form.SetAttribute("enctype", encoding);

                    using var answer = await client.SubmitAsync(page, $"#{form.Id}", [.. typed.Where(one => one.Name != name), (name, "a\0b")]);

                    ((int)answer.StatusCode).ShouldBeLessThan(500, $"{page.Url} {form.GetAttribute("action")} {name}: {ErrorLog.LatestErrors}");
                    sent++;
                }
            }
        }

        sent.ShouldBeGreaterThan(0);
    }

    private static bool IsEmptyText(IElement field) => field is IHtmlInputElement { Type: "text" or "search", Value: "" } or IHtmlTextAreaElement { Value: "" };

    private async Task<string> TokenAsync()
    {
        var secret = ApiToken.Prefix + Secret.New();
        await app.StoreAsync(new ApiToken(Guid.CreateVersion7(), app.Grace.Id, "Odd characters", Secret.HashOf(secret), DateTimeOffset.UtcNow));
        return secret;
    }
}
