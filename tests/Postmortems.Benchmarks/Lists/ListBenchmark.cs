using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Search;
using Postmortems.Web.Ops;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Benchmarks.Lists;

/// <summary>
/// What a page of a list and a search cost with 100,000 incidents, each as a ratio to the bare query for the first
/// thirty incidents sent by hand, in alternation, as a median of many rounds.
/// </summary>
internal static class ListBenchmark
{
    private const int Incidents = 100_000;
    private const int Rounds = 41;

    private static readonly Actor Ada = new(new Guid("00000000-0000-0000-0000-000000000001"), Role.Editor);

    public static async Task RunAsync(TextWriter output)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"postmortems-lists-{Path.GetRandomFileName()}"));

        await using (var server = await EmbeddedPostgres.StartAsync(new PostmortemsSettings { DataDirectory = directory.FullName }, new Progress(TextWriter.Null)))
        {
            await MeasureAsync(new Databases(server.ConnectionString), server.ConnectionString, output);
        }

        directory.Delete(recursive: true);
    }

    private static async Task MeasureAsync(Databases databases, string connectionString, TextWriter output)
    {
        await using (var db = databases.CreateDbContext())
        {
            await db.Database.MigrateAsync();
            var filling = Stopwatch.StartNew();
            await ManyIncidents.StoreAsync(db, Incidents);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Incidents:N0} incidents stored with their search entries in {filling.Elapsed.TotalSeconds:F0} s"));
        }

        await using var source = NpgsqlDataSource.Create(connectionString);
        var list = new ListIncidents(databases);
        var search = new SearchEverything(databases);
        var middle = new ListKey(new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(50.0 * Incidents / 2), Incidents / 2);

        Func<Task> bare = () => BareAsync(source);
        var subjects = new (string Name, Func<Task> Run)[]
        {
            ("list, first page", () => list.RunAsync(Ada, new IncidentFilter())),
            ("list, page in the middle", () => list.RunAsync(Ada, new IncidentFilter(), before: middle)),
            ("list, one severity", () => list.RunAsync(Ada, new IncidentFilter(Severity: Severity.Sev1))),
            ("list, a word of the title", () => list.RunAsync(Ada, new IncidentFilter(Words: "word42"))),
            ("list, being written", () => list.RunAsync(Ada, new IncidentFilter(State: LearningState.Draft))),
            ("search, a rare word", () => search.RunAsync(Ada, new SearchRequest("mark77777"))),
            ("search, one in a thousand", () => search.RunAsync(Ada, new SearchRequest("word42"))),
            ("search, a word in all", () => search.RunAsync(Ada, new SearchRequest("requests"))),
        };

        foreach (var (name, run) in subjects)
        {
            var (ours, theirs) = await AlternateAsync(run, bare);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {ours,8:F2} ms   {ours / theirs,7:F1} times the bare query ({theirs:F2} ms)"));
        }
    }

    private static async Task BareAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT id, number, title FROM incidents WHERE deletion_at IS NULL ORDER BY listed_at DESC, number DESC LIMIT 30");
        await using var reader = await command.ExecuteReaderAsync();

        while (await reader.ReadAsync())
        {
        }
    }

    private static async Task<(double Ours, double Theirs)> AlternateAsync(Func<Task> ours, Func<Task> theirs)
    {
        var (a, b) = (new List<double>(), new List<double>());

        for (var round = -5; round < Rounds; round++)
        {
            var (first, second) = (await TimeAsync(ours), await TimeAsync(theirs));

            if (round >= 0)
            {
                a.Add(first);
                b.Add(second);
            }
        }

        return (Median(a), Median(b));
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private sealed class Databases(string connectionString) : IDbContextFactory<PostmortemsDb>
    {
        private readonly DbContextOptions<PostmortemsDb> options =
            ((DbContextOptionsBuilder<PostmortemsDb>)new DbContextOptionsBuilder<PostmortemsDb>().UsePostmortems(connectionString)).Options;

        public PostmortemsDb CreateDbContext() => new(options);
    }
}
