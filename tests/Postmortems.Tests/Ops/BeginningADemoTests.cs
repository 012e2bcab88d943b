using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Tests.Testing;
using Postmortems.Web.Ops;

namespace Postmortems.Tests.Ops;

public sealed class BeginningADemoTests : IAsyncLifetime
{
    private readonly PostmortemsApp app = new() { BeginsWithNobody = true };
    private readonly Progress silence = new(TextWriter.Null);

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Prints_once_how_to_sign_in()
    {
        var first = await DemoAtStart.FillAsync([DemoAtStart.Switch], app.Services, silence);
        var second = await DemoAtStart.FillAsync([DemoAtStart.Switch], app.Services, silence);

        await using var db = app.OpenDatabase();
        var administrator = await db.Users.SingleAsync(user => user.Role == Role.Administrator);
        var password = first.Single(line => line.Contains("password", StringComparison.Ordinal)).Split(' ')[^1];
        administrator.Email.ShouldBe(BeginDemo.Email);
        Password.Compare(administrator.PasswordHash, password).ShouldBe(PasswordMatch.Yes);
        second.ShouldHaveSingleItem().ShouldContain("here already");
    }

    [Fact]
    public async Task Is_refused_where_people_have_accounts()
    {
        await app.StoreAsync(app.Ada);

        var refused = await Should.ThrowAsync<StartupProblemException>(() => DemoAtStart.FillAsync([DemoAtStart.Switch], app.Services, silence));

        refused.Message.ShouldContain("only for an empty database");
        await using var db = app.OpenDatabase();
        (await db.Users.CountAsync()).ShouldBe(1);
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Does_nothing_without_the_switch()
    {
        (await DemoAtStart.FillAsync(["--urls", "http://localhost:1"], app.Services, silence)).ShouldBeEmpty();
        DemoAtStart.WithoutSwitch([DemoAtStart.Switch, "--urls", "http://localhost:1"]).ShouldBe(["--urls", "http://localhost:1"]);

        await using var db = app.OpenDatabase();
        (await db.Users.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Is_a_tick_of_the_first_administrator()
    {
        var code = await app.UseCase<PrepareFirstRun>().RunAsync();
        using var browser = app.ClientFor();
        using var page = await browser.PageAsync("/first-run");

        using var made = await browser.SubmitAsync(
            page, "form", ("Form.Code", code!), ("Form.DisplayName", "Grace"), ("Form.Email", "grace@example.org"), ("Form.Password", "a quiet heron at noon"), ("Form.WithDemoStory", "true"));

        made.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        using var incident = await browser.PageAsync("/incidents/10");
        incident.Body!.TextContent.ShouldContain("Receipts were sent twice for refunded orders");
    }
}
