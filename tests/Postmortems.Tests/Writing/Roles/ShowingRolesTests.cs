using System.Net;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Roles;

public sealed class ShowingRolesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private const string Text = "## Summary\n\nGrace Lindqvist asked, and Ada restarted the pods. Then Ada Okafor wrote the status. The grace period ended.\n\n```timeline\n```\n";

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    private Actor Eve => new(app.Eve.Id, Role.Viewer);

    [Fact]
    public async Task Readers_who_had_no_part_in_it_see_roles_once_a_writer_chose_that()
    {
        var number = await PublishedAsync();
        using var ada = app.ClientFor(app.Ada);
        using var eve = app.ClientFor(app.Eve);
        using var named = await eve.PageAsync($"/postmortems/{number}");

        using var page = await ada.PageAsync($"/postmortems/{number}");
        using var sent = await ada.SubmitAsync(page, $"form[action='/postmortems/{number}/roles']");
        using var outside = await eve.PageAsync($"/postmortems/{number}");
        using var inside = await ada.PageAsync($"/postmortems/{number}");

        named.QuerySelector("article")!.TextContent.ShouldContain("Ada Okafor wrote");
        var seen = outside.QuerySelector("article")!.TextContent;
        seen.ShouldContain("The owner of this postmortem restarted the pods", Case.Insensitive);
        seen.ShouldContain("The grace period ended.");
        seen.ShouldNotContain("Okafor");
        seen.ShouldNotContain("Lindqvist");
        outside.QuerySelector("form[action$='/roles']").ShouldBeNull();
        inside.QuerySelector("article")!.TextContent.ShouldContain("Ada Okafor wrote");
    }

    [Theory]
    [InlineData(ExportForm.Markdown)]
    [InlineData(ExportForm.Json)]
    public async Task What_they_take_along_says_roles_too_and_nothing_stored_changes(ExportForm form)
    {
        var number = await PublishedAsync();
        await app.UseCase<ShowRoles>().RunAsync(Ada, number, on: true);

        var outside = (await app.UseCase<ExportPostmortem>().RunAsync(Eve, number, "", form))!;
        var inside = (await app.UseCase<ExportPostmortem>().RunAsync(Ada, number, "", form))!;

        outside.ShouldNotContain("Okafor");
        outside.ShouldNotContain("Lindqvist");
        inside.ShouldContain("Ada Okafor wrote the status.");
        (await app.UseCase<ReadPostmortem>().RunAsync(Ada, number))!.Document.Text.ShouldBe(Text);
    }

    [Fact]
    public async Task Only_writers_choose()
    {
        var number = await PublishedAsync();
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<ShowRoles>().RunAsync(Eve, number, on: true));

        (await app.UseCase<ShowRoles>().RunAsync(Ada, 999_999, on: true)).ShouldBeFalse();
    }

    private async Task<int> PublishedAsync()
    {
        var number = await Window.DraftAsync(app, Text);
        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.SingleAsync(p => p.Number == number);
        postmortem.ArriveFinished(app.Ada.Id, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
        return number;
    }
}
