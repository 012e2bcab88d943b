using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Web.Ops;

/// <summary>Makes the database ready before the host is built: the one in the settings, or the embedded one.</summary>
public static class Database
{
    public static async Task<DatabaseAtStart> PrepareAsync(
        PostmortemsSettings settings, Progress progress, CancellationToken cancel = default)
    {
        if (settings.ConnectionString is { Length: > 0 } connectionString)
        {
            await ExternalPostgres.CheckAsync(connectionString, cancel);
            return new DatabaseAtStart(connectionString);
        }

        var embedded = await EmbeddedPostgres.StartAsync(settings, progress, cancel: cancel);
        return new DatabaseAtStart(embedded.ConnectionString, embedded);
    }
}
