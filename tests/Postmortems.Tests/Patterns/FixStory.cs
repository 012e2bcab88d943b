using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Timeline;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Patterns;

/// <summary>Fix steps of a year: logs deleted by hand again and again, and much that was done once.</summary>
internal sealed class FixStory(PostmortemsApp app)
{
    public static readonly string[] Deleted =
    [
        "Deleted rotated container logs on the full node by hand",
        "Deleted the rotated container logs of the node by hand until the disk had room",
        "Removed rotated container logs by hand on the node whose disk was full",
        "Deleted container logs by hand because the disk of the node was full",
        "Deleted the rotated container logs by hand, the disk of the node was full again",
        "Removed the container logs of the full node by hand",
    ];

    public static readonly string[] Others = ["Rolled the release of checkout back", "Raised the pool of gate-scan to 80", "Paused the refund worker", "Issued a new certificate", "Switched seat previews off", "Ended the settlement report"];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public async Task BeginAsync()
    {
        await using var db = app.OpenDatabase();
        await db.Patterns.ExecuteDeleteAsync();
        await db.Causes.ExecuteDeleteAsync();
        await db.TimelineEntries.ExecuteDeleteAsync();
        await db.Incidents.ExecuteDeleteAsync();

        foreach (var (text, at) in Others.Select((text, at) => (text, at)))
        {
            await FixAsync(300 - at, text);
        }
    }

    /// <summary>Each in an incident of its own.</summary>
    public async Task RepeatAsync(int times)
    {
        for (var at = 0; at < times; at++)
        {
            await FixAsync(240 - (at * 40), Deleted[at]);
        }
    }

    public async Task FixAsync(int daysAgo, string text, FixActor actor = FixActor.Person, FixEffect effect = FixEffect.StoppedImpact)
    {
        var at = DateTimeOffset.UtcNow.AddDays(-daysAgo);
        var incident = new Incident("Label printing stopped", Severity.Sev2, "Europe/Berlin", app.Ada.Id, at);
        var entry = new TimelineEntry(incident.Id, new TimePoint(at, Precision.Minute), "Europe/Berlin", text, 0, app.Ada.Id, at);
        entry.Tell(new TimePoint(at, Precision.Minute), "Europe/Berlin", EntryKind.Fix, text, Basis.Observed, "");
        entry.Fixes(new FixStep("restart", actor, 20, effect));
        await app.StoreAsync(incident, entry);
    }

    public Task GroupAsync() => app.UseCase<RecomputePatterns>().RunAsync();

    public Task<SuggestionList> InboxAsync() => app.UseCase<ListSuggestions>().RunAsync(Ada, after: null);

    public async Task<PatternPageView> PageAsync(int number) => (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!;

    /// <summary>A repeated fix that Ada has confirmed.</summary>
    public async Task<int> ConfirmAsync(int times = 3)
    {
        await RepeatAsync(times);
        await GroupAsync();
        var number = (await InboxAsync()).Rows.Single().Number;
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        await GroupAsync();
        return number;
    }

    public async Task<Guid> StepAsync(string text)
    {
        await using var db = app.OpenDatabase();
        return await db.TimelineEntries.Where(entry => entry.Text == text).Select(entry => entry.Id).FirstAsync();
    }
}
