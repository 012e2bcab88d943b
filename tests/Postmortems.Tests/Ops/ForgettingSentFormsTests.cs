using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Services;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

public sealed class ForgettingSentFormsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Those_older_than_thirty_days_go_and_the_others_stay()
    {
        var old = new SentForm(Guid.CreateVersion7(), "old", DateTimeOffset.UtcNow.AddDays(-31));
        var young = new SentForm(Guid.CreateVersion7(), "young", DateTimeOffset.UtcNow.AddDays(-29));
        await app.StoreAsync(old, young);

        await app.UseCase<ForgetSentForms>().RunAsync();

        await using var db = app.OpenDatabase();
        (await db.SentForms.Where(form => form.Id == old.Id || form.Id == young.Id).Select(form => form.Id).ToListAsync()).ShouldBe([young.Id]);
    }

    [Fact]
    public async Task A_form_that_is_stored_asks_for_it_once()
    {
        var ada = new Actor(app.Ada.Id, Role.Editor);

        await app.UseCase<AddService>().RunAsync(ada, Guid.CreateVersion7(), "Ledger", "", "");
        await app.UseCase<AddService>().RunAsync(ada, Guid.CreateVersion7(), "Labels", "", "");

        await using var db = app.OpenDatabase();
        var asked = await db.Errands.SingleAsync(errand => errand.Kind == Errand.ForgetSentForms);
        asked.NotBefore.ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddHours(23));
    }
}
