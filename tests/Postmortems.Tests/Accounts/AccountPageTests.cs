using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class AccountPageTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private const string Right = "a quiet heron at noon";
    private const string Next = "seven slow trams uphill";

    [Fact]
    public async Task Changes_name_and_zone_at_once()
    {
        var ada = await StoreAsync();
        using var browser = app.ClientFor(ada);
        using var page = await browser.PageAsync("/account");

        using var saved = await browser.SubmitAsync(page, Form("you"), ("Form.DisplayName", "Ada L."), ("Form.Zone", "Asia/Tokyo"));

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var after = await browser.PageAsync("/account");
        after.QuerySelector(".account")!.GetAttribute("aria-label").ShouldNotBeNull().ShouldContain("Ada L.");
        after.QuerySelector("[name='Form.Zone']")!.GetAttribute("value").ShouldBe("Asia/Tokyo");
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_there_is_no_such_zone()
    {
        using var browser = app.ClientFor(await StoreAsync());
        using var page = await browser.PageAsync("/account");

        using var refused = await browser.SubmitAsync(page, Form("you"), ("Form.DisplayName", "Ada L."), ("Form.Zone", "Europe/Berlim"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await refused.PageAsync();
        again.QuerySelector("[name='Form.Zone']")!.GetAttribute("value").ShouldBe("Europe/Berlim");
        again.QuerySelector("[name='Form.DisplayName']")!.GetAttribute("value").ShouldBe("Ada L.");
        again.QuerySelector("#Form-Zone-fault")!.TextContent.ShouldContain("Europe/Berlin");
    }

    [Fact]
    public async Task Changes_the_password_against_the_current_one_and_ends_other_sessions()
    {
        var ada = await StoreAsync();
        using var here = app.ClientFor(ada);
        using var elsewhere = app.ClientFor(ada);
        using var page = await here.PageAsync("/account");

        using var wrong = await here.SubmitAsync(page, Form("password"), ("Form.Current", "not this one"), ("Form.Next", Next));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var told = await wrong.PageAsync();
        told.QuerySelector("#Form-Current-fault")!.TextContent.ShouldContain("not your current password");

        using var changed = await here.SubmitAsync(page, Form("password"), ("Form.Current", Right), ("Form.Next", Next));
        changed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var goesOn = await here.GetAsync("/account");
        goesOn.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var ended = await elsewhere.GetAsync("/account");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.UseCase<SignIn>().RunAsync(ada.Email!, Next)).User.ShouldNotBeNull();
    }

    [Fact]
    public async Task Shows_a_token_once_that_opens_the_api_and_nothing_else_until_revoked()
    {
        using var browser = app.ClientFor(await StoreAsync());
        using var page = await browser.PageAsync("/account");

        using var made = await browser.SubmitAsync(page, Form("token"), ("Form.Name", "laptop"));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var shown = await made.PageAsync();
        var token = shown.QuerySelector<IHtmlInputElement>("#shown-once")!.Value;

        using var program = app.ClientFor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await StatusAsync(program, "/api/no-such-thing")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(program, "/account")).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(app.ClientFor(), "/api/no-such-thing")).ShouldBe(HttpStatusCode.Unauthorized);

        using var after = await browser.PageAsync("/account");
        after.DocumentElement.OuterHtml.ShouldNotContain(token);
        using var revoked = await browser.SubmitAsync(after, "form[action$='/revocation']");
        revoked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await StatusAsync(program, "/api/no-such-thing")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signs_out_everywhere()
    {
        var ada = await StoreAsync();
        using var here = app.ClientFor(ada);
        using var elsewhere = app.ClientFor(ada);
        using var page = await here.PageAsync("/account");

        using var signedOut = await here.SubmitAsync(page, "form[action='/account/sessions/end']");

        signedOut.Headers.Location!.ToString().ShouldBe("/sign-in");
        (await StatusAsync(here, "/account")).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(elsewhere, "/account")).ShouldBe(HttpStatusCode.Redirect);
    }

    private static string Form(string name) => $"form:has([name='_handler'][value='{name}'])";

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }

    private async Task<User> StoreAsync()
    {
        var user = new User($"{Guid.NewGuid():n}@example.org", "Ada", Role.Editor, DateTimeOffset.UtcNow);
        user.TakePassword(Right);
        await app.StoreAsync(user);
        return user;
    }
}
