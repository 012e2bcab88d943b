namespace Postmortems.Web.Ops.Embedded;

/// <summary>Our settings of the embedded server, written anew at every start and included by its postgresql.conf.</summary>
internal static class PostgresConfiguration
{
    public const string FileName = "postmortems.conf";

    /// <summary>Stands at the end of postgresql.conf; what an administrator writes below it, or by ALTER SYSTEM, wins.</summary>
    public const string IncludeLine = $"\ninclude '{FileName}'\n";

    public static Task WriteAsync(EmbeddedFolders folders, PostgresListener listener, bool durable, CancellationToken cancel) =>
        File.WriteAllTextAsync(Path.Combine(folders.Data, FileName), Text(listener, folders.Logs, durable), cancel);

    private static string Text(PostgresListener listener, string logFolder, bool durable) => $"""
        # Written by Postmortems at every start. Settings of your own belong below the include line in postgresql.conf.
        listen_addresses = '{(listener.IsSocket ? "" : listener.Host)}'
        unix_socket_directories = '{(listener.IsSocket ? Quoted(listener.Host) : "")}'
        unix_socket_permissions = 0700
        port = {listener.Port}
        fsync = {OnOff(durable)}
        full_page_writes = {OnOff(durable)}
        synchronous_commit = {OnOff(durable)}
        shared_buffers = 128MB
        max_connections = 100
        log_checkpoints = off
        logging_collector = on
        log_directory = '{Quoted(logFolder)}'
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d

        """;

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string OnOff(bool on) => on ? "on" : "off";
}
