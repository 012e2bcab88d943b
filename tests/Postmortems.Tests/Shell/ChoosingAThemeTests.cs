using System.Net;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Shell;

public sealed class ChoosingAThemeTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Is_remembered_without_scripts_until_the_system_decides_again()
    {
        using var browser = app.ClientFor(app.Ada);

        (await ChooseAsync(browser, "dark")).ShouldBe("dark");
        (await ChooseAsync(browser, "light")).ShouldBe("light");
        (await ChooseAsync(browser, "system")).ShouldBeNull();
    }

    private static async Task<string?> ChooseAsync(HttpClient browser, string theme)
    {
        using var page = await AnyPageAsync(browser);
        using var answer = await browser.SubmitAsync(page, "form.theme", ("theme", theme));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldStartWith("/");

        using var next = await AnyPageAsync(browser);
        return next.DocumentElement.GetAttribute("data-theme");
    }

    private static async Task<AngleSharp.Dom.IDocument> AnyPageAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(Urls.Home + "no-such-page");
        return await answer.PageAsync();
    }
}
