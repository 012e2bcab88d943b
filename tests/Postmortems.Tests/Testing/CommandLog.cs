using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Postmortems.Tests.Testing;

/// <summary>Writes down every SQL command, so that a test can say how many a page costs.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    private static readonly HttpContextAccessor Request = new();
    private readonly AsyncLocal<bool> watched = new();
    private readonly ConcurrentQueue<(string Text, bool InRequest, bool Watched)> commands = new();

    /// <summary>What the test itself asked for since it called <see cref="Forget"/>, without the errands that run beside it.</summary>
    public IReadOnlyCollection<string> SeenInTest => [.. commands.Where(command => command.Watched).Select(command => command.Text)];

    /// <summary>What pages asked for: not the errands that run beside them, nor the look at a session that comes once a second.</summary>
    public IReadOnlyCollection<string> SeenInRequests =>
        [.. commands.Where(command => command.InRequest && !command.Text.Contains("security_stamp", StringComparison.Ordinal)).Select(command => command.Text)];

    public void Forget()
    {
        watched.Value = true;
        commands.Clear();
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Write(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Write(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write(command);
        return ValueTask.FromResult(result);
    }

    private void Write(DbCommand command) => commands.Enqueue((command.CommandText, Request.HttpContext is not null, watched.Value));
}
