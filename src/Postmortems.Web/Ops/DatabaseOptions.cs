using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Web.Ops;

/// <summary>How every context of the product talks to PostgreSQL.</summary>
public static class DatabaseOptions
{
    public const string Migrations = "Postmortems.Migrations";

    private static readonly StorableText StorableText = new();

    public static DbContextOptionsBuilder UsePostmortems(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(Migrations)).AddInterceptors(StorableText);
}
