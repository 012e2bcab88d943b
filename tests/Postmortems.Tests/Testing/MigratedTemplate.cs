using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain;

namespace Postmortems.Tests.Testing;

/// <summary>The database that every test class starts from: migrated once in a run, then only copied.</summary>
internal static class MigratedTemplate
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static Task<string> NameAsync() => Made.Value;

    private static async Task<string> MakeAsync()
    {
        var name = $"template_{Guid.NewGuid():n}";
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync(name);

        // A database with open connections cannot be copied.
        var once = new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString;
        await using var db = new PostmortemsDb(DatabaseFixture.Options(once));
        await db.Database.MigrateAsync();

        return name;
    }
}
