using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;

namespace Postmortems.Web.Writing.Together;

/// <summary>Tells other instances who writes where. What cannot be told is forgotten: the next sign of life tells it again.</summary>
internal sealed class PresenceRinger(IDbContextFactory<PostmortemsDb> databases, BellRinger ringer, ILogger<PresenceRinger> log) : BackgroundService
{
    public const string Name = "presence";

    /// <summary>A payload holds less than 8,000 bytes.</summary>
    private const int MostBytes = 7800;

    private readonly Channel<string> rung = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Ring(int number, IReadOnlyList<PresentWindow> told)
    {
        var written = new StringBuilder();

        foreach (var window in told.Select(window => JsonSerializer.Serialize(window, JsonSerializerOptions.Web)))
        {
            if (written.Length > 0 && written.Length + window.Length > MostBytes - 100)
            {
                Send(number, written);
            }

            written.Append(written.Length == 0 ? "" : ",").Append(window);
        }

        if (written.Length > 0)
        {
            Send(number, written);
        }
    }

    /// <returns>Null for what this instance told itself.</returns>
    public (int Number, IReadOnlyList<PresentWindow> Told)? Read(string payload)
    {
        var parts = payload.Split(':', 3);

        return parts is [var from, var number, var told] && from != ringer.Own && int.TryParse(number, CultureInfo.InvariantCulture, out var document)
            ? (document, JsonSerializer.Deserialize<List<PresentWindow>>(told, JsonSerializerOptions.Web) ?? [])
            : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var payload in rung.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Name}, {payload})", stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogWarning(failed, "Other instances could not be told who writes; the next sign of life tells it again.");
            }
        }
    }

    /// <summary>Names are written in escapes, so that a character is a byte.</summary>
    private void Send(int number, StringBuilder windows)
    {
        rung.Writer.TryWrite($"{ringer.Own}:{number}:[{windows}]");
        windows.Clear();
    }
}
