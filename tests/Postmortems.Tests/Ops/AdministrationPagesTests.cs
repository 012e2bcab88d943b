using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

public sealed class AdministrationPagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

    private Actor Grace => new(app.Grace.Id, Role.Administrator);

    [Fact]
    public async Task The_audit_log_shows_every_entry_once_newest_first_over_its_pages()
    {
        // Three at each instant, so that pages end between entries of the same time.
        await app.StoreAsync([.. Enumerable.Range(0, 130).Select(i => new AuditEntry(app.Grace.Id, "walk/step", Guid.NewGuid(), $"step {i}", Noon.AddMinutes(i / 3)))]);
        using var browser = app.ClientFor(app.Grace);
        List<string> seen = [];
        var address = "/administration/audit?verb=walk%2Fstep";

        while (address is not null)
        {
            app.Commands.Forget();
            using var page = await browser.PageAsync(address);
            app.Commands.SeenInRequests.Count.ShouldBeLessThanOrEqualTo(6);
            seen.AddRange(page.QuerySelectorAll("tbody small").Select(detail => detail.TextContent));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(130);
        seen.Distinct().Count().ShouldBe(130);
        seen.Select(detail => int.Parse(detail[5..], System.Globalization.CultureInfo.InvariantCulture) / 3).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task The_audit_log_offers_the_verbs_it_holds()
    {
        await app.StoreAsync(new AuditEntry(null, "b/two", Guid.NewGuid(), "", Noon), new AuditEntry(null, "a/one", Guid.NewGuid(), "", Noon), new AuditEntry(null, "b/two", Guid.NewGuid(), "", Noon));

        var verbs = await app.UseCase<ListAuditVerbs>().RunAsync(Grace);

        verbs.Where(verb => verb is "a/one" or "b/two").ShouldBe(["a/one", "b/two"]);
    }

    [Fact]
    public async Task An_errand_that_was_given_up_is_tried_again()
    {
        var errand = new Errand("walk/away", DateTimeOffset.UtcNow.AddYears(1));

        for (var i = 0; i < Errand.MostAttempts; i++)
        {
            errand.Failed("The road is closed.", DateTimeOffset.UtcNow.AddYears(1));
        }

        await app.StoreAsync(errand);
        using var browser = app.ClientFor(app.Grace);
        using var page = await browser.PageAsync("/administration/errands");
        page.Body!.TextContent.ShouldContain("The road is closed.");

        using var retried = await browser.SubmitAsync(page, $"form[action*='{errand.Id}']");

        await using var db = app.OpenDatabase();
        var log = await db.AuditLog.SingleAsync(entry => entry.SubjectId == errand.Id);
        log.Verb.ShouldBe("errand/retried");
        retried.Headers.Location!.ToString().ShouldBe("/administration/errands");
    }
}
