using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Postmortems.Domain;

await Console.Error.WriteLineAsync("Run by dotnet ef: dotnet ef migrations add NAME --project migrations --startup-project migrations/Design");

/// <summary>Tells dotnet ef how to build the model; no database is opened for that.</summary>
internal sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<PostmortemsDb>
{
    public PostmortemsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostmortemsDb>()
            .UseNpgsql("Host=localhost;Database=postmortems", postgres => postgres.MigrationsAssembly("Postmortems.Migrations"))
            .Options);
}
