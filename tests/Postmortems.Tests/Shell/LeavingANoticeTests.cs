using Microsoft.AspNetCore.Http;
using Postmortems.Web.Shell;

namespace Postmortems.Tests.Shell;

public class LeavingANoticeTests
{
    [Fact]
    public void Reaches_the_next_page_with_its_undo() =>
        Next(Leave("“Grüße, Zoë” is deleted.\n", "/services/checkout/restore")).ShouldBe(new Notice("“Grüße, Zoë” is deleted.", "/services/checkout/restore"));

    [Fact]
    public void Is_shown_once()
    {
        var http = Leave("Saved.");
        var page = After(http);

        Notice.Take(page);

        page.Response.Headers.SetCookie.ToString().ShouldContain("notice=; expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public void Never_offers_an_undo_elsewhere() => Next(Leave("Saved.", "//elsewhere.example/")).ShouldBe(new Notice("Saved."));

    [Fact]
    public void Is_silent_when_nothing_happened() => Notice.Take(new DefaultHttpContext()).ShouldBeNull();

    private static DefaultHttpContext Leave(string words, string? undo = null)
    {
        var http = new DefaultHttpContext();
        Notice.Leave(http, words, undo);
        return http;
    }

    private static Notice? Next(HttpContext before) => Notice.Take(After(before));

    /// <summary>The browser sends back what it was given.</summary>
    private static DefaultHttpContext After(HttpContext before)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = before.Response.Headers.SetCookie.ToString().Split(';')[0];
        return http;
    }
}
