using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>
/// Tells other instances which documents changed, after the commit and many at once: a notification inside the transaction
/// would make all transactions wait for each other. One that is lost is healed by those who follow, see <see cref="Feed"/>.
/// </summary>
internal sealed class BellRinger(IDbContextFactory<PostmortemsDb> databases, ILogger<BellRinger> log) : BackgroundService
{
    /// <summary>A payload holds 8,000 bytes.</summary>
    private const int MostAtOnce = 500;

    private readonly Channel<int> rung = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>So that an instance knows its own rings.</summary>
    public string Own { get; } = Guid.NewGuid().ToString("N");

    public void Ring(int number) => rung.Writer.TryWrite(number);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await rung.Reader.WaitToReadAsync(stoppingToken))
        {
            var numbers = new HashSet<int>();

            while (numbers.Count < MostAtOnce && rung.Reader.TryRead(out var number))
            {
                numbers.Add(number);
            }

            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                await db.Database.ExecuteSqlAsync($"SELECT pg_notify({DocumentBell.Name}, {$"{Own}:{string.Join(',', numbers)}"})", stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogWarning(failed, "Other instances could not be told what changed; they look by themselves.");
            }
        }
    }
}
