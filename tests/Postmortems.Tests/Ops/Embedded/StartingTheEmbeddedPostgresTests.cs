using Npgsql;

namespace Postmortems.Tests.Ops.Embedded;

public sealed class StartingTheEmbeddedPostgresTests : IDisposable
{
    private readonly EmbeddedTrial trial = new();

    [Fact]
    public async Task Makes_the_database_on_the_first_start_and_says_so()
    {
        await using var postgres = await trial.StartAsync();

        (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT current_database()")).ShouldBe("postmortems");
        trial.Said.ShouldContain($"Creating the database in {trial.Settings.DataDirectory}…");
        trial.Said.ShouldContain("Starting PostgreSQL 18…");
    }

    [Fact]
    public async Task Keeps_the_data_for_the_second_start()
    {
        await using (var first = await trial.StartAsync())
        {
            await EmbeddedTrial.AskAsync(first.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        await using var second = await trial.StartAsync();

        (await EmbeddedTrial.AskAsync(second.ConnectionString, "SELECT answer FROM kept")).ShouldBe(42);
        trial.Said.Split("Creating the database").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Works_without_the_rights_of_an_administrator()
    {
        await using var postgres = await trial.StartAsync();

        (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user")).ShouldBe(false);
        await EmbeddedTrial.AskAsync(postgres.ConnectionString, "CREATE EXTENSION pg_trgm");
    }

    [Fact]
    public async Task Tells_words_from_punctuation_in_every_language()
    {
        await using var postgres = await trial.StartAsync();

        (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT to_tsvector('simple', '“Größe” «ÜBER»')::text")).ShouldBe("'größe':1 'über':2");
    }

    [Fact]
    public async Task Lets_nobody_in_without_the_password()
    {
        await using var postgres = await trial.StartAsync();

        var guess = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guess" }.ConnectionString;
        var refusal = await Should.ThrowAsync<PostgresException>(() => EmbeddedTrial.AskAsync(guess, "SELECT 1"));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(trial.Folders.Passwords).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(trial.Folders.Home).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Listens_on_a_loopback_port_that_it_remembers_where_the_path_is_too_long_for_a_socket()
    {
        trial.Settings.DataDirectory = trial.File(new string('d', 90));
        string before;

        await using (var first = await trial.StartAsync())
        {
            before = first.ConnectionString;
        }

        await using var second = await trial.StartAsync();

        new NpgsqlConnectionStringBuilder(second.ConnectionString).Host.ShouldBe("127.0.0.1");
        second.ConnectionString.ShouldBe(before);
        (await EmbeddedTrial.AskAsync(second.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Stops_the_server_with_the_product()
    {
        var postgres = await trial.StartAsync();
        var postmaster = trial.Postmaster.ShouldNotBeNull();

        await postgres.DisposeAsync();

        postmaster.IsAlive.ShouldBeFalse();
    }

    public void Dispose() => trial.Dispose();
}
