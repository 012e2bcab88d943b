using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Postmortems.Tests.Testing;
using Postmortems.Web.Accounts;

namespace Postmortems.Tests.Accounts;

public sealed class CookiesAndLimitsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Theory]
    [InlineData("https", "__Host-session=x; path=/; secure; httponly")]
    [InlineData("http", "session=x; path=/; httponly")]
    public void A_cookie_is_bound_to_its_host_over_https(string scheme, string expected)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };

        new HostCookies().AppendResponseCookie(http, "session", "x", new CookieOptions { HttpOnly = true, Domain = "example.com", Path = "/somewhere" });

        http.Response.Headers.SetCookie.ToString().ShouldBe(expected);
    }

    [Fact]
    public void One_network_tries_thirty_times_at_once_and_others_are_not_held_up()
    {
        using var limit = new SignInLimit();

        Enumerable.Range(0, SignInLimit.AtOnce).ShouldAllBe(_ => limit.Try(From("198.51.100.7")) == null);

        limit.Try(From("198.51.100.7")).ShouldNotBeNull();
        limit.Try(From("::ffff:198.51.100.7")).ShouldNotBeNull();
        limit.Try(From("198.51.100.8")).ShouldBeNull();
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void The_addresses_of_one_home_are_one_network(string one, string other, bool same) =>
        (SignInLimit.NetworkOf(IPAddress.Parse(one)) == SignInLimit.NetworkOf(IPAddress.Parse(other))).ShouldBe(same);

    [Theory]
    [InlineData(13, HttpStatusCode.OK)]
    [InlineData(15, HttpStatusCode.Redirect)]
    public async Task No_session_is_older_than_two_weeks_however_busy_it_is(int days, HttpStatusCode expected)
    {
        var cookies = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var renewed = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        renewed.Items["begun"] = now.AddDays(-days).ToString("O", CultureInfo.InvariantCulture);
        var ticket = cookies.TicketDataFormat.Protect(new AuthenticationTicket(UserClaims.Of(app.Ada), renewed, IdentityConstants.ApplicationScheme));
        using var browser = app.ClientFor();
        browser.DefaultRequestHeaders.Add("Cookie", $"{cookies.Cookie.Name}={ticket}");

        using var answer = await browser.GetAsync("/account");

        answer.StatusCode.ShouldBe(expected);
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
