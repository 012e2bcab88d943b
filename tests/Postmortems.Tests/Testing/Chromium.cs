using Microsoft.Playwright;
using Postmortems.Domain.Accounts;

namespace Postmortems.Tests.Testing;

/// <summary>A real browser for a test class: the system's Chromium where there is one, else Playwright's own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<Guid, IPage> kept = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        var system = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

        if (system is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException("There is no Chromium and Playwright could not fetch one. Set CHROMIUM to the path of one.");
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = system, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }

    /// <summary>The one window of somebody, for tests that only look; opening one costs more than looking.</summary>
    public async Task<IPage> KeptAsync(PostmortemsApp app, User? person)
    {
        var key = person?.Id ?? Guid.Empty;

        if (!kept.TryGetValue(key, out var page))
        {
            page = kept[key] = await OpenAsync(app, person);
        }

        return page;
    }

    /// <summary>A window in which somebody is signed in, or nobody.</summary>
    public Task<IPage> OpenAsync(PostmortemsApp app, User? person = null, bool scripts = true) =>
        OpenAsync(app.Address, person is null ? null : app.SessionOf(person), scripts);

    /// <param name="session">The cookie, for a window in which somebody is signed in.</param>
    public async Task<IPage> OpenAsync(Uri address, (string Name, string Value)? session, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = address.ToString(), JavaScriptEnabled = scripts, Locale = "en-GB", TimezoneId = "Europe/Berlin" });

        if (session is var (name, value))
        {
            await context.AddCookiesAsync([new() { Name = name, Value = value, Url = address.ToString() }]);
        }

        return await context.NewPageAsync();
    }
}
