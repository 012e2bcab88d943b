using System.Net;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class FirstRunPageTests : IAsyncLifetime
{
    private readonly PostmortemsApp app = new() { BeginsWithNobody = true };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/account")]
    public async Task Is_where_every_page_leads_while_nobody_has_an_account(string page)
    {
        using var answer = await app.ClientFor().GetAsync(page);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/first-run");
    }

    [Fact]
    public async Task Makes_the_first_administrator_signs_them_in_and_is_gone()
    {
        var code = await app.UseCase<PrepareFirstRun>().RunAsync();
        using var browser = app.ClientFor();
        using var page = await browser.PageAsync("/first-run");

        using var wrong = await browser.SubmitAsync(page, "form", Typed("abcd-efgh-jkmn"));
        using var again = await wrong.PageAsync();
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Body!.TextContent.ShouldContain("This is not the code on the console");
        again.QuerySelector("[name='Form.Email']")!.GetAttribute("value").ShouldBe("grace@example.org");

        using var made = await browser.SubmitAsync(again, "form", Typed(code!));
        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var administration = await browser.GetAsync("/administration/people");
        administration.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var gone = await app.ClientFor().GetAsync("/first-run");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var late = await app.ClientFor().SubmitAsync(page, "form", Typed(code!));
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string)[] Typed(string code) =>
    [
        ("Form.Code", code), ("Form.DisplayName", "Grace"), ("Form.Email", "grace@example.org"), ("Form.Password", "a quiet heron at noon"),
    ];
}
