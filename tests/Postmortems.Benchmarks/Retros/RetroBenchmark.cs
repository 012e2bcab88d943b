using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Domain.Retros;

namespace Postmortems.Benchmarks.Retros;

/// <summary>
/// Twelve phones and a projector in one retro: how long after all vote at once the projector shows each vote, and how long after whoever
/// leads goes on each phone shows the next pattern. Both hold the pause of 30 to 200 ms that pages make on purpose. Beside it twelve ask
/// a bare endpoint of the same server at once. Then the same with the server, its database and busy loops on one core.
/// </summary>
internal static class RetroBenchmark
{
    private const int Phones = 12;
    private const int Rounds = 15;
    private const int Rivals = 3;
    private const int Retro = 2;
    private const string Votes = "Silent vote, ";

    private static readonly string Stream = $"/api/retros/{Retro}/stream";

    public static async Task RunAsync(TextWriter output)
    {
        await MeasureAsync(output, null, "all cores");
        await MeasureAsync(output, Rivals, $"one core that {Rivals} busy loops want too");
    }

    private static async Task MeasureAsync(TextWriter output, int? rivals, string where)
    {
        await using var server = await RetroServer.StartAsync(rivals);
        await using var product = RetroServer.Product(server.ConnectionString);
        var people = await PrepareAsync(product);
        var sessions = people.Select(person => SessionOf(product, person)).ToList();
        var lead = new Actor(people[0].Id, people[0].Role);
        var cards = (await product.Services.GetRequiredService<ReadRetro>().RunAsync(lead, Retro))!.Patterns.Select(card => card.Id).ToList();

        await using var screen = new Window(server.Address, sessions[0], $"/retros/{Retro}/projector", Stream, counts: true);
        var phones = sessions.Select(session => new Window(server.Address, session, $"/retros/{Retro}/part", Stream, counts: false)).ToList();
        await Task.WhenAll(phones.Append(screen).Select(window => window.OpenAsync()));

        var (shown, followed, bare) = (new List<double>(), new List<double>(), new List<double>());

        // The first rounds warm up and do not count.
        for (var round = -3; round < Rounds; round++)
        {
            var votes = await VoteAsync(product, phones, screen, cards[0]);
            var steps = await StepAsync(product, lead, phones);
            var asked = await AskAsync(server, sessions);

            if (round >= 0)
            {
                shown.AddRange(votes);
                followed.AddRange(steps);
                bare.AddRange(asked);
            }
        }

        await output.WriteLineAsync($"{Phones} phones and a projector, {Rounds} rounds, the server and its database on {where}:");
        await SayAsync(output, "vote pressed to counted on the projector", shown, bare);
        await SayAsync(output, "next step pressed to shown on a phone", followed, bare);
        await SayAsync(output, "bare endpoint, twelve at once", bare, bare);
        await Task.WhenAll(phones.Select(phone => phone.DisposeAsync().AsTask()));
    }

    /// <returns>When the first, second … twelfth vote stood on the projector after all were sent at one moment.</returns>
    private static async Task<IEnumerable<double>> VoteAsync(WebApplication product, List<Window> phones, Window screen, Guid card)
    {
        await using (var db = await product.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync())
        {
            await db.RetroVotes.ExecuteDeleteAsync();
        }

        var began = Stopwatch.GetTimestamp();
        var sent = Task.WhenAll(phones.Select(phone => phone.SendAsync($"/retros/{Retro}/cards/{card}/vote", ("impact", "High"), ("change", "Middle"), ("learning", "Low"))));
        var shown = await Task.WhenAll(Enumerable.Range(1, Phones).Select(votes => screen.ShownAsync(began, html => Counted(html) >= votes)));
        await sent;
        screen.Forget();
        return shown;
    }

    /// <summary>On to the next pattern, and back, which does not count.</summary>
    private static async Task<IEnumerable<double>> StepAsync(WebApplication product, Actor lead, List<Window> phones)
    {
        var move = product.Services.GetRequiredService<MoveThroughRetro>();
        var began = Stopwatch.GetTimestamp();
        await move.RunAsync(lead, Retro, RetroMove.Next, new RetroPlace(RetroStep.Patterns, 0));
        var shown = await Task.WhenAll(phones.Select(phone => phone.ShownAsync(began, html => html.Contains("Pattern 2 of", StringComparison.Ordinal))));
        var returned = Stopwatch.GetTimestamp();
        await move.RunAsync(lead, Retro, RetroMove.Back, new RetroPlace(RetroStep.Patterns, 1));
        await Task.WhenAll(phones.Select(phone => phone.ShownAsync(returned, html => html.Contains("Pattern 1 of", StringComparison.Ordinal))));
        phones.ForEach(phone => phone.Forget());
        return shown;
    }

    private static async Task<IEnumerable<double>> AskAsync(RetroServer server, List<string> sessions)
    {
        var browsers = sessions.Select(session => Window.With(server.Address, session)).ToList();
        await Task.WhenAll(browsers.Select(TimeAsync));
        var times = await Task.WhenAll(browsers.Select(TimeAsync));
        browsers.ForEach(browser => browser.Dispose());
        return times;

        static async Task<double> TimeAsync(HttpClient browser)
        {
            var began = Stopwatch.GetTimestamp();
            await browser.GetStringAsync(new Uri(RetroServer.Bare, UriKind.Relative));
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
    }

    /// <summary>The story of the demo, with its retro at the first of its patterns and twelve people in their seats.</summary>
    private static async Task<List<User>> PrepareAsync(WebApplication product)
    {
        var people = Enumerable.Range(1, Phones).Select(seat => new User($"seat{seat}@example.org", $"Seat {seat}", seat == 1 ? Role.Administrator : Role.Viewer, DateTimeOffset.UtcNow)).ToList();

        await using (var db = await product.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync())
        {
            db.AddRange(people);
            await db.SaveChangesAsync();
        }

        var lead = new Actor(people[0].Id, people[0].Role);
        await product.Services.GetRequiredService<FillWithDemoStory>().RunAsync(lead);
        var (sit, move) = (product.Services.GetRequiredService<TakePart>(), product.Services.GetRequiredService<MoveThroughRetro>());

        foreach (var person in people)
        {
            await sit.RunAsync(new Actor(person.Id, person.Role), Retro);
        }

        await move.RunAsync(lead, Retro, RetroMove.Start);

        foreach (var step in Agenda.Steps.TakeWhile(step => step < RetroStep.Patterns))
        {
            await move.RunAsync(lead, Retro, RetroMove.Next, new RetroPlace(step, 0));
        }

        return people;
    }

    private static string SessionOf(WebApplication app, User person)
    {
        using var scope = app.Services.CreateScope();
        var principal = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(person).GetAwaiter().GetResult();
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(2) }, IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    private static int Counted(string html) => html.Contains(Votes, StringComparison.Ordinal) ? int.Parse(Window.Between(html, Votes, Votes, " "), CultureInfo.InvariantCulture) : 0;

    private static async Task SayAsync(TextWriter output, string what, List<double> times, List<double> bare)
    {
        var (half, most) = (At(times, 0.5), At(times, 0.95));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {what,-42} p50 {half,7:F1} ms  p95 {most,7:F1} ms  ({half / At(bare, 0.5):F1} and {most / At(bare, 0.95):F1} times the bare endpoint)"));
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);
}
