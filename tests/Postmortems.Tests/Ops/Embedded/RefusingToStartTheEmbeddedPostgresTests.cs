using System.Diagnostics;

namespace Postmortems.Tests.Ops.Embedded;

public sealed class RefusingToStartTheEmbeddedPostgresTests : IDisposable
{
    private readonly EmbeddedTrial trial = new();

    [Fact]
    public async Task Says_who_uses_the_data_directory()
    {
        await using var first = await trial.StartAsync();

        var problem = await trial.RefusalAsync();

        problem.Message.ShouldBe($"The data directory {trial.Settings.DataDirectory} is in use by another Postmortems (process {Environment.ProcessId}); stop that one or choose another with Postmortems__DataDirectory.");
        (await EmbeddedTrial.AskAsync(first.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Says_which_programs_are_missing_and_makes_nothing()
    {
        trial.Settings.Postgres = Directory.CreateDirectory(trial.File("empty")).FullName;

        var problem = await trial.RefusalAsync();

        problem.Message.ShouldBe($"PostgreSQL is not complete in {trial.Settings.Postgres}: bin needs postgres, initdb, pg_ctl; mend Postmortems__Postgres.");
        Directory.Exists(trial.Settings.DataDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_why_the_programs_do_not_run_and_leaves_nothing()
    {
        trial.Settings.Postgres = trial.File("broken");
        Directory.CreateDirectory(trial.File("broken/bin"));

        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            await File.WriteAllTextAsync(trial.File($"broken/bin/{program}"), "#!/bin/sh\necho cannot load a library >&2\nexit 127\n");
        }

        var problem = await trial.RefusalAsync();

        problem.Message.ShouldBe($"PostgreSQL in {trial.Settings.Postgres} does not run: cannot load a library");
        Directory.Exists(trial.Settings.DataDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_which_version_made_the_data()
    {
        await (await trial.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(trial.Folders.Data, "PG_VERSION"), "17\n");

        var problem = await trial.RefusalAsync();

        problem.Message.ShouldStartWith($"The data in {trial.Settings.DataDirectory} was made by PostgreSQL 17 and this is PostgreSQL 18;");
    }

    [Fact]
    public async Task Says_that_a_folder_holds_something_else_and_keeps_it()
    {
        Directory.CreateDirectory(trial.Folders.Data);
        await File.WriteAllTextAsync(Path.Combine(trial.Folders.Data, "thesis.txt"), "years of work");

        var problem = await trial.RefusalAsync();

        problem.Message.ShouldStartWith($"{trial.Folders.Data} is not empty, yet holds no PostgreSQL data;");
        File.Exists(Path.Combine(trial.Folders.Data, "thesis.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Says_what_PostgreSQL_said()
    {
        await (await trial.StartAsync()).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(trial.Folders.Data, "postgresql.conf"), "max_connections = many\n");

        var problem = await trial.RefusalAsync();

        problem.Message.ShouldStartWith("PostgreSQL did not start: ");
        problem.Message.ShouldContain("contains errors");
    }

    [Fact]
    public async Task Is_quick_about_it()
    {
        await using var first = await trial.StartAsync();
        var watch = Stopwatch.StartNew();

        await trial.RefusalAsync();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    public void Dispose() => trial.Dispose();
}
