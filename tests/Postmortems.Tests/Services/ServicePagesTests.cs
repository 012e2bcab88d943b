using System.Net;
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
