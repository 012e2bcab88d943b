using System.Net;
using Postmortems.Domain;
using Postmortems.Domain.Services;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Services;

public sealed class ServicePagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task A_service_is_added_renamed_deleted_and_restored()
    {
        using var ada = app.ClientFor(app.Ada);

        using var added = await ada.SubmitAsync(await ada.PageAsync("/services/new"), "main form", ("Form.Name", "label-api"), ("Form.OwnerTeam", "Label platform"));
        added.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var renamed = await ada.SubmitAsync(await ada.PageAsync("/services/label-api"), "main form.form", ("Form.Name", "label/api"));
        renamed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var deleted = await ada.SubmitAsync(await ada.PageAsync("/services/label%2Fapi"), "form.danger");
        deleted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var asEve = await app.ClientFor(app.Eve).PageAsync("/services");
        asEve.QuerySelector("main")!.TextContent.ShouldNotContain("label/api");

        using var restored = await ada.SubmitAsync(await ada.PageAsync("/services"), ".restorable form");
        restored.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var again = await app.ClientFor(app.Eve).PageAsync("/services");
        again.QuerySelector("table")!.TextContent.ShouldContain("label/api");
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_beside_the_name_and_nothing_typed_is_lost()
    {
        using var ada = app.ClientFor(app.Ada);
        using var first = await ada.SubmitAsync(await ada.PageAsync("/services/new"), "main form", ("Form.Name", "checkout"));

        using var refused = await ada.SubmitAsync(await ada.PageAsync("/services/new"), "main form", ("Form.Name", "Checkout"), ("Form.Description", "Takes the money."));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await refused.PageAsync();
        page.QuerySelector("#Form-Name-fault")!.TextContent.ShouldContain("There is already a service called “checkout”.");
        page.QuerySelector("textarea")!.TextContent.ShouldBe("Takes the money.");
    }

    [Theory]
    [InlineData("new")]
    [InlineData(" New ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("label%2fapi")]
    public async Task A_name_that_no_address_can_hold_is_refused_beside_the_name(string name)
    {
        using var ada = app.ClientFor(app.Ada);
        using var added = await ada.SubmitAsync(await ada.PageAsync("/services/new"), "main form", ("Form.Name", name));
        added.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var page = await added.PageAsync();
        page.QuerySelector("#Form-Name-fault")!.TextContent.ShouldContain("Add a word to it.");

        Should.Throw<RuleBrokenException>(() => new Service("label", "", "").Rename(name, "", "")).Code.ShouldBe("service/no-address");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("team/api/")]
    [InlineData("../up")]
    [InlineData("news")]
    [InlineData("a b?c#d&e+f\\g%41;h.")]
    public async Task Any_other_name_leads_to_its_page(string name)
    {
        using var ada = app.ClientFor(app.Ada);
        using var added = await ada.SubmitAsync(await ada.PageAsync("/services/new"), "main form", ("Form.Name", name));
        using var list = await ada.PageAsync("/services");

        using var page = await ada.PageAsync(list.QuerySelectorAll("table a").Single(link => link.TextContent.Trim() == name).GetAttribute("href")!);

        page.QuerySelector("h1")!.TextContent.ShouldBe(name);
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_service()
    {
        using var ada = app.ClientFor(app.Ada);
        using var form = await ada.PageAsync("/services/new");

        using var once = await ada.SubmitAsync(form, "main form", ("Form.Name", "tracking"));
        using var twice = await ada.SubmitAsync(form, "main form", ("Form.Name", "tracking"));

        twice.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_viewer_may_not_change_services()
    {
        using var eve = app.ClientFor(app.Eve);
        using var ada = app.ClientFor(app.Ada);
        using var added = await ada.SubmitAsync(await ada.PageAsync("/services/new"), "main form", ("Form.Name", "routing"));

        using var asked = await eve.GetAsync("/services/new");
        using var page = await eve.PageAsync("/services/routing");

        asked.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        page.QuerySelectorAll("main form").ShouldBeEmpty();
    }
}
