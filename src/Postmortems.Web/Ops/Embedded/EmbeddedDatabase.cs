using Npgsql;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>The product's own role and database on the embedded server, so that it never works as the administrator.</summary>
internal sealed class EmbeddedDatabase(PostgresListener listener, PostgresPasswords passwords)
{
    /// <summary>Leaves connections for the administrator and for backups.</summary>
    private const int MostConnections = 80;

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = listener.Host,
        Port = listener.Port,
        Database = PostgresPasswords.ProductName,
        Username = PostgresPasswords.ProductName,
        Password = passwords.Product,
        MaxPoolSize = MostConnections,
        ApplicationName = "Postmortems",
    }.ConnectionString;

    public string AdministratorString => new NpgsqlConnectionStringBuilder
    {
        Host = listener.Host,
        Port = listener.Port,
        Database = "postgres",
        Username = PostgresPasswords.AdministratorName,
        Password = passwords.Administrator,
        Pooling = false,
    }.ConnectionString;

    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (await IsThereAsync(cancel))
        {
            return;
        }

        await using var connection = new NpgsqlConnection(AdministratorString);
        await connection.OpenAsync(cancel);

        if (!await IsThereAsync(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'postmortems')", cancel))
        {
            await DoAsync(connection, $"CREATE ROLE postmortems LOGIN PASSWORD '{passwords.Product}'", cancel);
        }

        if (!await IsThereAsync(connection, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'postmortems')", cancel))
        {
            await DoAsync(connection, "CREATE DATABASE postmortems OWNER postmortems", cancel);
        }
    }

    /// <summary>The connection that finds out is kept for the first who asks something.</summary>
    private async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);

        try
        {
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, string question, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string statement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
