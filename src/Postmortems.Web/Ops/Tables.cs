using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Postmortems.Domain;

namespace Postmortems.Web.Ops;

/// <summary>Brings the database to this version's tables. Several instances may start at once; one of them does the work.</summary>
public static class Tables
{
    public static async Task BringUpToDateAsync(IServiceProvider services, string connectionString, Progress progress, CancellationToken cancel = default)
    {
        // EF builds and compares the whole model even when nothing is to be done, which is most of a start.
        if (await AreCurrentAsync(connectionString, cancel))
        {
            return;
        }

        progress.Say("Bringing the tables up to date…");
        await using var db = await services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private static async Task<bool> AreCurrentAsync(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, connection);
        var applied = new HashSet<string>(StringComparer.Ordinal);

        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);

            while (await reader.ReadAsync(cancel))
            {
                applied.Add(reader.GetString(0));
            }
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }

        return Known().All(applied.Contains);
    }

    private static IEnumerable<string> Known() =>
        Assembly.Load(DatabaseOptions.Migrations).GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
