using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;
using Postmortems.Migrations.CompiledModel;

namespace Postmortems.Web.Ops;

/// <summary>How every context of the product talks to PostgreSQL.</summary>
public static class DatabaseOptions
{
    public const string Migrations = "Postmortems.Migrations";

    private static readonly StorableText StorableText = new();

    public static DbContextOptionsBuilder UsePostmortems(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(Migrations).UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
            // Written out ahead of time: building it from the mappings takes a third of a start.
            .UseModel(PostmortemsDbModel.Instance)
            .AddInterceptors(StorableText);
}
