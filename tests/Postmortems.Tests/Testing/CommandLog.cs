using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Postmortems.Tests.Testing;

/// <summary>Writes down every SQL command, so that a test can say how many a page costs.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    private static readonly HttpContextAccessor Request = new();
    private readonly ConcurrentQueue<(string Text, bool InRequest)> commands = new();

    public IReadOnlyCollection<string> Seen => [.. commands.Select(command => command.Text)];

    /// <summary>What pages asked for: not the errands that run beside them, nor the look at a session that comes once a second.</summary>
    public IReadOnlyCollection<string> SeenInRequests =>
        [.. commands.Where(command => command.InRequest && !command.Text.Contains("security_stamp", StringComparison.Ordinal)).Select(command => command.Text)];

    public void Forget() => commands.Clear();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        commands.Enqueue((command.CommandText, Request.HttpContext is not null));
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        commands.Enqueue((command.CommandText, Request.HttpContext is not null));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        commands.Enqueue((command.CommandText, Request.HttpContext is not null));
        return ValueTask.FromResult(result);
    }
}
