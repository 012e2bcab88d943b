using Npgsql;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Search;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Search;

public sealed class SearchAtVolumeTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly Actor Ada = new(Guid.CreateVersion7(), Role.Viewer);

    public async Task InitializeAsync()
    {
        await RunAsync(
            """
            INSERT INTO search_entries (subject_id, part, kind, number, title, body, at, service_ids, words)
            SELECT gen_random_uuid(), 0, 'incident', g, 'Incident ' || g, t, now() - g * interval '1 minute', '{}', to_tsvector('english', t)
            FROM (SELECT g, 'label queue depot w' || g % 3000 || CASE WHEN g = 39999 THEN ' rarest' ELSE '' END AS t FROM generate_series(1, 40000) g) made
            WHERE NOT EXISTS (SELECT 1 FROM search_entries)
            """);
        await RunAsync("VACUUM ANALYZE search_entries");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_rare_word_is_found_by_the_index_of_words() => (await PlanAsync("\"rarest\"")).ShouldContain("ix_search_entries_words");

    [Fact]
    public async Task A_word_that_stands_everywhere_is_ranked_among_its_newest_hits_only()
    {
        var found = await new SearchEverything(database).RunAsync(Ada, new SearchRequest("depot"));
        var plan = await PlanAsync("depot");

        found.IsCapped.ShouldBeTrue();
        found.Count.ShouldBe(SearchResults.MostRanked);
        plan.ShouldContain("ix_search_entries_at");
        plan.ShouldNotContain("Seq Scan");
    }

    [Fact]
    public async Task A_rare_word_is_found_however_old() =>
        (await new SearchEverything(database).RunAsync(Ada, new SearchRequest("rarest"))).Rows.Single().Number.ShouldBe(39999);

    private async Task<string> PlanAsync(string words)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = SearchEverything.Command(connection, "EXPLAIN " + SearchSql.Hits, SearchWords.Of(words), new SearchRequest(words));
        await using var reader = await command.ExecuteReaderAsync();
        var plan = "";

        while (await reader.ReadAsync())
        {
            plan += reader.GetString(0) + "\n";
        }

        return plan;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
