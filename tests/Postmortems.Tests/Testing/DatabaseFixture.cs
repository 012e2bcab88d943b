using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;

namespace Postmortems.Tests.Testing;

/// <summary>A migrated, empty database of a test class's own; dropped when the class is done.</summary>
public sealed class DatabaseFixture : IAsyncLifetime, IDbContextFactory<PostmortemsDb>
{
    private readonly string name = $"test_{Guid.NewGuid():n}";

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var server = await PostgresServer.SharedAsync();
        ConnectionString = await server.CreateDatabaseAsync(name, await MigratedTemplate.NameAsync());
    }

    public async Task DisposeAsync() => await (await PostgresServer.SharedAsync()).DropDatabaseAsync(name);

    public PostmortemsDb CreateDbContext() => new(Options(ConnectionString));

    internal static DbContextOptions<PostmortemsDb> Options(string connectionString) =>
        new DbContextOptionsBuilder<PostmortemsDb>()
            .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly("Postmortems.Migrations"))
            .Options;
}
