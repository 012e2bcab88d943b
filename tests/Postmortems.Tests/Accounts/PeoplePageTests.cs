using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class PeoplePageTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Shows_a_link_once_with_which_one_person_makes_an_account()
    {
        using var grace = app.ClientFor(app.Grace);
        using var people = await grace.PageAsync("/administration/people");

        using var made = await grace.SubmitAsync(people, "form.invite", ("Form.Note", "Mira"), ("Form.Role", "Editor"));

        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var shown = await made.PageAsync();
        var link = new Uri(shown.QuerySelector<IHtmlInputElement>("#shown-once")!.Value);
        using var later = await grace.PageAsync("/administration/people");
        later.Body!.TextContent.ShouldContain("Mira");
        later.DocumentElement.OuterHtml.ShouldNotContain(link.Segments[^1]);

        using var mira = app.ClientFor();
        using var door = await mira.PageAsync(link.PathAndQuery);
        using var joined = await mira.SubmitAsync(door, "form", ("Form.DisplayName", "Mira"), ("Form.Email", "mira@example.org"), ("Form.Password", "a quiet heron at noon"), ("Form.Zone", "Europe/Oslo"));
        joined.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var account = await mira.PageAsync("/account");
        account.Body!.TextContent.ShouldContain("mira@example.org");
        account.QuerySelector("[name='Form.Zone']")!.GetAttribute("value").ShouldBe("Europe/Oslo");

        using var again = await app.ClientFor().GetAsync(link);
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Offers_the_least_role_and_keeps_what_was_chosen_beside_a_fault()
    {
        using var grace = app.ClientFor(app.Grace);
        using var people = await grace.PageAsync("/administration/people");
        var offered = people.QuerySelector<IHtmlSelectElement>("form.invite select")!.Value;

        using var refused = await grace.SubmitAsync(people, "form.invite", ("Form.Note", new string('x', Invitation.LongestNote + 1)), ("Form.Role", "Administrator"));

        offered.ShouldBe("Viewer");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await refused.PageAsync();
        again.QuerySelector<IHtmlSelectElement>("form.invite select")!.Value.ShouldBe("Administrator");
        again.QuerySelector<IHtmlInputElement>("form.invite [name='Form.Note']")!.Value.Length.ShouldBe(Invitation.LongestNote + 1);
    }

    [Fact]
    public async Task Says_that_the_last_administrator_cannot_leave()
    {
        using var grace = app.ClientFor(app.Grace);
        using var people = await grace.PageAsync("/administration/people");

        using var refused = await grace.SubmitAsync(people, $"form[action$='{app.Grace.Id}/role']", ("role", "Viewer"));

        refused.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var told = await grace.PageAsync("/administration/people");
        told.QuerySelector(".toast")!.TextContent.ShouldContain("is the only administrator");
    }

    [Fact]
    public async Task Ends_the_session_of_somebody_who_is_disabled()
    {
        var leaver = new User("leaver@example.org", "Lee", Role.Editor, DateTimeOffset.UtcNow);
        await app.StoreAsync(leaver);
        using var browser = app.ClientFor(leaver);
        using (var before = await browser.GetAsync("/account"))
        {
            before.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var grace = app.ClientFor(app.Grace);
        using var people = await grace.PageAsync("/administration/people");
        using var disabled = await grace.SubmitAsync(people, $"form[action$='{leaver.Id}/disabling']");

        using var after = await browser.GetAsync("/account");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Makes_a_link_for_a_new_password_that_works_once()
    {
        var forgetful = new User("forgetful@example.org", "Fay", Role.Editor, DateTimeOffset.UtcNow);
        await app.StoreAsync(forgetful);
        using var grace = app.ClientFor(app.Grace);
        using var page = await grace.PageAsync($"/administration/people/{forgetful.Id}/password-link");

        using var made = await grace.SubmitAsync(page, "main form");
        using var shown = await made.PageAsync();
        var link = new Uri(shown.QuerySelector<IHtmlInputElement>("#shown-once")!.Value);

        using var fay = app.ClientFor();
        using var door = await fay.PageAsync(link.PathAndQuery);
        using var weak = await fay.SubmitAsync(door, "form", ("Form.Password", "forgetful1"));
        weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var chosen = await fay.SubmitAsync(door, "form", ("Form.Password", "a quiet heron at noon"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await app.UseCase<SignIn>().RunAsync(forgetful.Email!, "a quiet heron at noon")).User.ShouldNotBeNull();
        using var again = await app.ClientFor().GetAsync(link);
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Is_for_administrators_only()
    {
        using var ada = app.ClientFor(app.Ada);
        using var account = await ada.PageAsync("/account");
        var token = account.QuerySelector<IHtmlInputElement>("[name='__RequestVerificationToken']")!.Value;

        using var page = await ada.GetAsync("/administration/people");
        using var change = await ada.PostAsync($"/administration/people/{app.Ada.Id}/role", new FormUrlEncodedContent([new("role", "Administrator"), new("__RequestVerificationToken", token)]));

        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        change.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var db = app.OpenDatabase();
        (await db.Users.SingleAsync(user => user.Id == app.Ada.Id)).Role.ShouldBe(Role.Editor);
    }
}
