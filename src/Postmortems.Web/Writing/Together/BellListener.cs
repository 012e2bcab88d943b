using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.Together;
using Postmortems.Domain.Writing.Wording;
using Postmortems.Web.Retros;

namespace Postmortems.Web.Writing.Together;

/// <summary>Listens to the database on a connection of its own, and comes back when that is lost.</summary>
internal sealed class BellListener(IDbContextFactory<PostmortemsDb> databases, BellRinger ringer, Feeds feeds, DocumentNews news, Presence presence, PresenceRinger presenceRinger, RetroNews retros, TimeProvider clock, ILogger<BellListener> log) : BackgroundService
{
    private static readonly TimeSpan UntilNextTry = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is not OperationCanceledException)
            {
                log.LogWarning(lost, "Changes of documents are not heard at the moment; windows look for them by themselves. The next try is in a second.");
                await Task.Delay(UntilNextTry, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync(cancel));
        connection.Notification += (_, rung) => Hear(rung.Channel, rung.Payload);
        await connection.OpenAsync(cancel);

        await using (var listen = new NpgsqlCommand($"LISTEN {DocumentBell.Name}; LISTEN {CommentBell.Name}; LISTEN {WordingBell.Name}; LISTEN {PresenceRinger.Name}; LISTEN {RetroBell.Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancel);
        }

        feeds.RingAll();
        news.TellAll(DocumentNews.Comments);
        news.TellAll(DocumentNews.Wording);
        retros.TellAll();

        while (true)
        {
            await connection.WaitAsync(cancel);
        }
    }

    /// <summary>Of changes, a number alone or several after the instance that rings; of comments and of answers about wording, a number.</summary>
    private void Hear(string channel, string payload)
    {
        if (channel == PresenceRinger.Name)
        {
            if (presenceRinger.Read(payload) is var (document, told))
            {
                presence.Hear(document, told);
            }

            return;
        }

        if (channel == RetroBell.Name)
        {
            retros.Hear(payload);
            return;
        }

        if (channel is CommentBell.Name or WordingBell.Name)
        {
            news.Tell(int.Parse(payload, CultureInfo.InvariantCulture), channel == CommentBell.Name ? DocumentNews.Comments : DocumentNews.Wording);
            return;
        }

        var parts = payload.Split(':');

        if (parts[0] == ringer.Own)
        {
            return;
        }

        foreach (var said in parts[^1].Split(','))
        {
            if (int.TryParse(said, CultureInfo.InvariantCulture, out var number))
            {
                feeds.Find(number)?.Ring();
            }
        }
    }

    private async Task<string> ConnectionStringAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        // Asked now and then whether it still stands: a line that was cut silently would never say so.
        return new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, KeepAlive = 10, Multiplexing = false }.ConnectionString;
    }
}
