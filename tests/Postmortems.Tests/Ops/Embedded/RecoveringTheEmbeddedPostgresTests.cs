using System.Diagnostics;
using System.Globalization;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Tests.Ops.Embedded;

public sealed class RecoveringTheEmbeddedPostgresTests : IDisposable
{
    private readonly EmbeddedTrial trial = new();

    [Fact]
    public async Task Starts_a_killed_server_again_with_everything_committed()
    {
        await using var postgres = await trial.StartAsync(durable: true);
        await EmbeddedTrial.AskAsync(postgres.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS answer");
        var killed = trial.Postmaster.ShouldNotBeNull();

        EmbeddedTrial.Kill(killed.ProcessId);
        var answer = await EmbeddedTrial.AskUntilAnsweredAsync(postgres.ConnectionString, "SELECT answer FROM kept");

        answer.ShouldBe(42);
        trial.Postmaster.ShouldNotBeNull().ProcessId.ShouldNotBe(killed.ProcessId);
        trial.Said.ShouldContain("PostgreSQL ended; starting it again…");
    }

    [Fact]
    public async Task Replaces_a_server_that_a_killed_product_left_behind()
    {
        await (await trial.StartAsync()).DisposeAsync();
        var left = await trial.LeaveServerBehindAsync();

        await using var postgres = await trial.StartAsync();

        left.IsAlive.ShouldBeFalse();
        (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Starts_over_a_server_that_was_killed_with_the_product()
    {
        await (await trial.StartAsync()).DisposeAsync();
        EmbeddedTrial.Kill((await trial.LeaveServerBehindAsync()).ProcessId);
        File.Exists(Postmaster.FileOf(trial.Folders.Data)).ShouldBeTrue();

        await using var postgres = await trial.StartAsync();

        (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Is_not_kept_out_by_a_process_number_that_now_belongs_to_another_program()
    {
        await (await trial.StartAsync()).DisposeAsync();
        EmbeddedTrial.Kill((await trial.LeaveServerBehindAsync()).ProcessId);
        using var stranger = Process.Start((await trial.AccountAsync()).Command("sleep", ["60"])).ShouldNotBeNull();
        var file = Postmaster.FileOf(trial.Folders.Data);
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, [stranger.Id.ToString(CultureInfo.InvariantCulture), .. lines[1..]]);

        await using (var postgres = await trial.StartAsync())
        {
            (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
        }

        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task Leaves_nothing_when_the_first_start_is_interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        var start = trial.StartAsync(cancel: interrupt.Token);
        await UntilAsync(() => Directory.Exists(trial.Folders.Home) && Directory.GetDirectories(trial.Folders.Home, "*" + Cluster.Making).Length > 0);

        await interrupt.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => start);

        Directory.Exists(trial.Settings.DataDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task Begins_again_after_a_kill_during_the_first_start()
    {
        var remains = Path.Combine(trial.Folders.Home, "r4nd0m" + Cluster.Making);
        await trial.Folders.CreateAsync(await trial.AccountAsync(), default);
        Directory.CreateDirectory(Path.Combine(remains, "base"));
        await File.WriteAllTextAsync(remains + ".password", "from a start that was killed");

        await using var postgres = await trial.StartAsync();

        (await EmbeddedTrial.AskAsync(postgres.ConnectionString, "SELECT 1")).ShouldBe(1);
        Directory.GetFileSystemEntries(trial.Folders.Home, $"*{Cluster.Making}*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_the_server_when_the_holder_of_the_pipe_is_gone()
    {
        await (await trial.StartAsync()).DisposeAsync();
        var postmaster = await trial.LeaveServerBehindAsync();

        using (var watchdog = Watchdog.Over(postmaster, await trial.AccountAsync()).ShouldNotBeNull())
        {
            watchdog.LetGo();
            await UntilAsync(() => !postmaster.IsAlive);
        }

        trial.Postmaster.ShouldBeNull();
    }

    public void Dispose() => trial.Dispose();

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); !isSo() && waited.Elapsed < TimeSpan.FromSeconds(30);)
        {
            await Task.Delay(5);
        }

        isSo().ShouldBeTrue();
    }
}
