using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Patterns;

/// <summary>Causes of a year: a pool that runs empty, certificates that expire, and much that happens once.</summary>
internal sealed class RecurringStory(PostmortemsApp app)
{
    public static readonly string[] Pool =
    [
        "The connection pool of checkout was exhausted while the nightly price import held its connections",
        "Connection pool exhausted: the import kept every connection of the pool busy",
        "Requests waited because the connection pool was exhausted by long transactions of the import",
    ];

    public static readonly string[] Certificate =
    [
        "The webhook certificate expired and no monitor watched its expiry",
        "Nobody was told that the certificate of the webhook would expire, because the expiry monitor skipped that host",
    ];

    /// <summary>What else goes wrong in a year; without it no word would be rare.</summary>
    public static readonly string[] Others =
    [
        "A flag was renamed and the old name was read in one place",
        "The dashboard showed an average that hid the slowest zone",
        "A disk filled with core dumps that nothing removed",
        "Two schedulers ran the same night batch after a restart",
        "The runbook began with a restart that made things worse",
        "A client retried at once and kept the service busy",
        "The backup could not be read because its key had been rotated",
        "A firewall rule for the new office blocked the carrier's webhook address range",
    ];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public async Task BeginAsync()
    {
        await using var db = app.OpenDatabase();
        await db.PatternMembers.ExecuteDeleteAsync();
        await db.Patterns.ExecuteDeleteAsync();
        await BeginCausesAsync();
    }

    /// <summary>Patterns that stand already are left alone.</summary>
    public async Task BeginCausesAsync()
    {
        await using var db = app.OpenDatabase();
        await db.Causes.ExecuteDeleteAsync();
        await WriteAsync(Others);
    }

    /// <summary>Each in a postmortem of its own.</summary>
    public async Task WriteAsync(IEnumerable<string> causes)
    {
        foreach (var text in causes)
        {
            var incident = new Incident("Checkout answered slowly", Severity.Sev2, "Europe/Berlin", app.Ada.Id, Noon);
            var postmortem = new Postmortem("Checkout answered slowly", "plain", app.Ada.Id, [incident.Id], Noon);
            await app.StoreAsync(incident, postmortem);
            await app.StoreAsync(new Cause(postmortem.Id, text, CauseRole.MadePossible, 0, app.Ada.Id, Noon));
        }
    }

    public Task GroupAsync() => app.UseCase<RecomputePatterns>().RunAsync();

    public Task<SuggestionList> InboxAsync() => app.UseCase<ListSuggestions>().RunAsync(Ada, after: null);

    public async Task<PatternPageView> PageAsync(int number) => (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!;

    /// <summary>A pattern of these causes that Ada has confirmed.</summary>
    public async Task<int> ConfirmPoolAsync(string[] causes)
    {
        await WriteAsync(causes);
        await GroupAsync();
        var number = (await InboxAsync()).Rows[0].Number;
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        await GroupAsync();
        return number;
    }

    public async Task<string> TextAsync(string address)
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(address);
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public async Task<Guid> CauseAsync(string text)
    {
        await using var db = app.OpenDatabase();
        return await db.Causes.Where(cause => cause.Statement == text).Select(cause => cause.Id).FirstAsync();
    }
}
