using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class DoorTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private const string Right = "a quiet heron at noon";

    [Fact]
    public async Task Lets_somebody_in_and_out_again()
    {
        var ada = await StoreAsync();
        using var browser = app.ClientFor();
        using var door = await browser.PageAsync("/sign-in?next=%2Faccount");

        using var welcome = await browser.SubmitAsync(door, "form", ("Form.Email", ada.Email!), ("Form.Password", Right));

        welcome.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        welcome.Headers.Location!.ToString().ShouldBe("/account");
        using var account = await browser.PageAsync("/account");
        account.Body!.TextContent.ShouldContain("Ada");

        using var goodbye = await browser.SubmitAsync(account, "form[action='/sign-out']");
        goodbye.Headers.Location!.ToString().ShouldBe("/sign-in");
        using var closed = await browser.GetAsync("/account");
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Answers_a_wrong_password_and_an_unknown_address_alike_and_keeps_the_address()
    {
        var ada = await StoreAsync();

        var wrong = await TryAsync(ada.Email!, "a quiet heron at dusk");
        var unknown = await TryAsync("nobody@example.org", "a quiet heron at dusk");

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Words.ShouldBe(wrong.Words);
        wrong.Words.ShouldContain("do not match");
        wrong.Email.ShouldBe(ada.Email);
        wrong.Password.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Asks_for_patience_after_many_failures_and_keeps_the_address()
    {
        var ada = await StoreAsync();

        var tries = new SignInTries(SignInTries.KeyFor(ada.Email!, knownBrowser: null));

        for (var minute = -14; minute <= 0; minute++)
        {
            tries.Try(DateTimeOffset.UtcNow.AddMinutes(minute));
        }

        await app.StoreAsync(tries);

        var refused = await TryAsync(ada.Email!, Right);

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Words.ShouldMatch("Too many tries. Wait \\d\\d seconds");
        refused.Email.ShouldBe(ada.Email);
    }

    [Theory]
    [InlineData("/postmortems/12?tab=causes", "/postmortems/12?tab=causes")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("///evil.example", "/")]
    [InlineData("////evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\\/evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("\\/evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("\r\n//evil.example", "/")]
    [InlineData("/%0d%0aLocation:https://evil.example", "/%0d%0aLocation:https://evil.example")]
    [InlineData(" //evil.example", "/")]
    [InlineData("/ /evil.example", "/")]
    [InlineData("http:evil.example", "/")]
    [InlineData("https:///evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("JaVaScRiPt:alert(1)", "/")]
    [InlineData("data:text/html,x", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("@evil.example", "/")]
    [InlineData("/@evil.example", "/@evil.example")]
    [InlineData("http://127.0.0.1@evil.example", "/")]
    [InlineData("〱evil.example", "/")]
    [InlineData("/〵evil.example", "/")]
    [InlineData("?next=//evil.example", "/")]
    [InlineData("", "/")]
    public async Task Leads_to_this_host_only(string next, string leadsTo)
    {
        // Somebody who is signed in is sent on at once, by the same rule.
        using var browser = app.ClientFor(app.Ada);

        using var answer = await browser.GetAsync($"/sign-in?next={Uri.EscapeDataString(next)}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var there = new Uri(app.Address, answer.Headers.Location!);
        there.Authority.ShouldBe(app.Address.Authority);
        there.ShouldBe(new Uri(app.Address, leadsTo));
    }

    [Fact]
    public async Task Keeps_the_session_in_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        var ada = await StoreAsync();
        using var browser = app.ClientFor();
        using var door = await browser.PageAsync("/sign-in");

        using var welcome = await browser.SubmitAsync(door, "form", ("Form.Email", ada.Email!), ("Form.Password", Right));

        var session = welcome.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("postmortems-session=", StringComparison.Ordinal)).ToLowerInvariant();
        session.ShouldContain("; httponly");
        session.ShouldContain("; samesite=lax");
        session.ShouldContain("; path=/");
        session.ShouldNotContain("expires=");
        session.ShouldNotContain("domain=");
    }

    [Fact]
    public async Task Stays_open_for_two_weeks_when_asked_to()
    {
        var ada = await StoreAsync();
        using var browser = app.ClientFor();
        using var door = await browser.PageAsync("/sign-in");

        using var welcome = await browser.SubmitAsync(door, "form", ("Form.Email", ada.Email!), ("Form.Password", Right), ("Form.Stay", "true"));

        var session = welcome.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("postmortems-session=", StringComparison.Ordinal));
        var expires = DateTimeOffset.Parse(session.Split("expires=")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);
        (expires - DateTimeOffset.UtcNow).TotalDays.ShouldBeInRange(13.9, 14);
    }

    [Fact]
    public async Task Ends_a_session_within_a_second_of_a_change_of_role()
    {
        var ada = await StoreAsync();
        using var browser = app.ClientFor(ada);
        using (var before = await browser.GetAsync("/account"))
        {
            before.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await app.UseCase<ChangeRole>().RunAsync(new Actor(app.Grace.Id, Role.Administrator), ada.Id, Role.Viewer);
        var changed = DateTime.UtcNow;

        while ((await browser.GetAsync("/account")).StatusCode is HttpStatusCode.OK)
        {
            (DateTime.UtcNow - changed).TotalSeconds.ShouldBeLessThan(3);
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Refuses_a_sign_in_without_the_token_of_its_form()
    {
        var ada = await StoreAsync();
        using var browser = app.ClientFor();

        using var refused = await browser.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Form.Email"] = ada.Email!,
            ["Form.Password"] = Right,
        }));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<(HttpStatusCode Status, string Words, string? Email, string? Password)> TryAsync(string email, string password)
    {
        using var browser = app.ClientFor();
        using var door = await browser.PageAsync("/sign-in");
        using var answer = await browser.SubmitAsync(door, "form", ("Form.Email", email), ("Form.Password", password));
        using var page = await answer.PageAsync();
        string? Typed(string name) => page.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;
        return (answer.StatusCode, page.Body!.TextContent, Typed("Form.Email"), Typed("Form.Password"));
    }

    private async Task<User> StoreAsync()
    {
        var user = new User($"{Guid.NewGuid():n}@example.org", "Ada", Role.Editor, DateTimeOffset.UtcNow);
        user.TakePassword(Right);
        await app.StoreAsync(user);
        return user;
    }
}
