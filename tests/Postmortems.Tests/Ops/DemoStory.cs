using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Ops;

/// <summary>A database that Grace has filled with the demo story.</summary>
public sealed class DemoStory : IAsyncLifetime
{
    private readonly DatabaseFixture database = new();
    private readonly User grace = new("grace@example.org", "Grace Lindqvist", Role.Administrator, TimeProvider.System.GetUtcNow());

    public Actor Grace => new(grace.Id, Role.Administrator);

    public FillWithDemoStory Fill => new(database, new RecomputePatterns(database, new EmbeddingsEndpoint(null), TimeProvider.System), TimeProvider.System);

    public PostmortemsDb OpenDatabase() => database.CreateDbContext();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        await using var db = OpenDatabase();
        db.Users.Add(grace);
        await db.SaveChangesAsync();
        await Fill.RunAsync(Grace);
    }

    public Task DisposeAsync() => database.DisposeAsync();
}
