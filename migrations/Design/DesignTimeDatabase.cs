using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Postmortems.Domain;

namespace Postmortems.Migrations.Design;

/// <summary>Tells dotnet ef how to build the model; no database is opened for that.</summary>
internal sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<PostmortemsDb>
{
    public PostmortemsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostmortemsDb>()
            .UseNpgsql("Host=localhost;Database=postmortems", postgres => postgres.MigrationsAssembly("Postmortems.Migrations"))
            .Options);
}
