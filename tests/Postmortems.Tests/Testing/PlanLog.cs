using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Postmortems.Domain;

namespace Postmortems.Tests.Testing;

/// <summary>Opens contexts whose every query is also explained, so that a test can say which index answers it.</summary>
public sealed class PlanLog(DatabaseFixture database) : DbCommandInterceptor, IDbContextFactory<PostmortemsDb>
{
    private readonly List<string> plans = [];

    public IReadOnlyList<string> Plans => plans;

    public PostmortemsDb CreateDbContext() =>
        new(new DbContextOptionsBuilder<PostmortemsDb>(DatabaseFixture.Options(database.ConnectionString)).AddInterceptors(this).Options);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explain = new NpgsqlCommand($"EXPLAIN {command.CommandText}", (NpgsqlConnection)command.Connection!);
        explain.Parameters.AddRange(command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone()).ToArray());
        await using var lines = await explain.ExecuteReaderAsync(cancellationToken);
        var plan = new List<string>();

        while (await lines.ReadAsync(cancellationToken))
        {
            plan.Add(lines.GetString(0));
        }

        plans.Add(string.Join('\n', plan));
        return result;
    }
}
