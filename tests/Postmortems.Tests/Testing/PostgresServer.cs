using Npgsql;
using Postmortems.Web.Ops;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Tests.Testing;

/// <summary>
/// The one real PostgreSQL of a test run: the server that POSTMORTEMS_TEST_POSTGRES names (its user may create
/// databases), else an embedded one in a temporary directory.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);

    private readonly string administrator;
    private readonly string product;

    private PostgresServer(string administrator, string product) => (this.administrator, this.product) = (administrator, product);

    public static Task<PostgresServer> SharedAsync() => Started.Value;

    /// <summary>The connection string of a new database, which works with the product's own rights.</summary>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        var owner = new NpgsqlConnectionStringBuilder(product).Username;
        var source = template is null ? "" : $"TEMPLATE \"{template}\" STRATEGY FILE_COPY";
        await RunAsync($"CREATE DATABASE \"{name}\" OWNER \"{owner}\" {source}");

        return new NpgsqlConnectionStringBuilder(product) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public async Task DropDatabaseAsync(string name)
    {
        await using (var pool = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(product) { Database = name, MaxPoolSize = 20 }.ConnectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await RunAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
    }

    private async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("POSTMORTEMS_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return new PostgresServer(given, given);
        }

        var directory = new TestDirectory();
        var settings = new PostmortemsSettings { DataDirectory = directory.Path };
        var embedded = await EmbeddedPostgres.StartAsync(settings, new Progress(TextWriter.Null), durable: false);

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            embedded.DisposeAsync().AsTask().GetAwaiter().GetResult();
            directory.Dispose();
        };

        return new PostgresServer(embedded.AdministratorConnectionString, embedded.ConnectionString);
    }
}
