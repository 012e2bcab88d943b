namespace Postmortems.Web.Ops;

/// <summary>The database that this run works on; disposing it stops an embedded server.</summary>
public sealed class DatabaseAtStart(string connectionString, IAsyncDisposable? server = null) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
