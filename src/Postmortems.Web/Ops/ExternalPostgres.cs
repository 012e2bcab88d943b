using Npgsql;

namespace Postmortems.Web.Ops;

/// <summary>Looks at the PostgreSQL of the connection string before anything relies on it.</summary>
internal static class ExternalPostgres
{
    private const int OldestVersion = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="StartupProblemException">One sentence with host, port and database, never with the password.</exception>
    public static async Task CheckAsync(string connectionString, CancellationToken cancel)
    {
        var server = Read(connectionString);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await OpenAsync(connection, server, cancel);

        if (connection.PostgreSqlVersion.Major < OldestVersion)
        {
            throw new StartupProblemException($"{Where(server)} is version {connection.PostgreSqlVersion}; Postmortems needs {OldestVersion} or newer.");
        }

        if (connection.PostgresParameters.GetValueOrDefault("server_encoding") is { } encoding && encoding != "UTF8")
        {
            throw new StartupProblemException($"{Where(server)} stores text as {encoding}; create the database with ENCODING 'UTF8'.");
        }

        if (connection.PostgresParameters.GetValueOrDefault("in_hot_standby") == "on")
        {
            throw new StartupProblemException($"{Where(server)} is a read-only standby; point {PostmortemsSettings.ConnectionStringKey} at the primary.");
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };

            return server.Host is { Length: > 0 }
                ? server
                : throw new StartupProblemException($"The connection string in {PostmortemsSettings.ConnectionStringKey} names no Host.");
        }
        // The fault itself may quote a piece of the password, so it is not repeated.
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new StartupProblemException($"The connection string in {PostmortemsSettings.ConnectionStringKey} cannot be read; write it as Host=…;Port=5432;Database=…;Username=…;Password=….", fault);
        }
    }

    private static async Task OpenAsync(
        NpgsqlConnection connection, NpgsqlConnectionStringBuilder server, CancellationToken cancel)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;

        while (true)
        {
            try
            {
                await connection.OpenAsync(cancel);
                return;
            }
            catch (PostgresException starting) when (
                starting.SqlState == PostgresErrorCodes.CannotConnectNow && TimeProvider.System.GetUtcNow() < deadline)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancel);
            }
            catch (PostgresException refusal)
            {
                throw new StartupProblemException($"{Where(server)} refuses the connection: {refusal.MessageText}; check {PostmortemsSettings.ConnectionStringKey}.", refusal);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                var reason = (fault.InnerException ?? fault).Message.TrimEnd('.');
                throw new StartupProblemException($"{Where(server)} cannot be reached ({reason}); check {PostmortemsSettings.ConnectionStringKey}.", fault);
            }
        }
    }

    private static string Where(NpgsqlConnectionStringBuilder server) =>
        $"PostgreSQL at {server.Host}:{server.Port}{(server.Database is { Length: > 0 } name ? $", database \"{name}\"," : "")}";
}
