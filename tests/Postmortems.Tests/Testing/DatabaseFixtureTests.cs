using Microsoft.EntityFrameworkCore;

namespace Postmortems.Tests.Testing;

public sealed class DatabaseFixtureTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Gives_each_class_a_migrated_database_of_its_own()
    {
        var another = new DatabaseFixture();
        await another.InitializeAsync();

        await using var here = database.CreateDbContext();
        await using var there = another.CreateDbContext();
        await here.Database.ExecuteSqlRawAsync("CREATE TABLE only_here (id int)");
        var seen = await there.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE tablename = 'only_here'").SingleAsync();
        var pending = await there.Database.GetPendingMigrationsAsync();
        await another.DisposeAsync();

        seen.ShouldBe(0);
        pending.ShouldBeEmpty();
    }
}
