using System.Diagnostics;
using System.Text.Json;

namespace Postmortems.Formats.Tests;

public class ParseCommandTests
{
    [Fact]
    public async Task Prints_one_object_a_file()
    {
        var run = await RunAsync("parse", Fixture.PathOf("checkout-slow.md"), Fixture.PathOf("dns-zone-lost.html.md.erb"));

        run.Exit.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        rows.Count.ShouldBe(2);
        rows[0].EnumerateObject().Select(field => field.Name).ShouldBe(
            ["file", "format", "title", "date", "severity", "zone", "people", "services", "times", "sections", "timeline", "causes", "actionItems", "warnings"]);
        rows[0].GetProperty("date").GetString().ShouldBe("2026-03-09");
        rows[0].GetProperty("timeline")[2].ToString().ShouldBe("""{"at":"2026-03-09T14:20:00+00:00","zone":"UTC","precision":"about","text":"Ledger found to refuse connections"}""");
        rows[0].GetProperty("causes")[2].ToString().ShouldBe("""{"text":"The rollout of release 88 doubled the processes.","role":"trigger"}""");
        rows[0].GetProperty("actionItems")[0].ToString().ShouldBe(
            """{"title":"Cap connections per host","owner":"@ada","due":"2026-03-20","status":"done","type":"prevent","link":"https://tracker.example.org/PAY-31"}""");
        rows[1].GetProperty("times").ToString().ShouldBe(
            """{"impact":null,"detected":"2026-02-03T09:15:00","acknowledged":null,"mitigated":"2026-02-03T11:05:00","resolved":"2026-02-04T10:00:00"}""");
    }

    [Fact]
    public async Task Exits_with_1_for_warnings_only_when_strict()
    {
        var doubtful = Fixture.PathOf("rack-power.md");
        var clean = Fixture.PathOf("checkout-slow.md");

        (await RunAsync("parse", Fixture.PathOf("dns-zone-lost.html.md.erb"))).Exit.ShouldBe(0);
        (await RunAsync("parse", "--strict", Fixture.PathOf("dns-zone-lost.html.md.erb"))).Exit.ShouldBe(1);
        (await RunAsync("parse", "--strict", clean)).Exit.ShouldBe(0);
        (await RunAsync("parse", doubtful)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Exits_with_2_and_one_sentence_for_what_it_cannot_read()
    {
        var run = await RunAsync("parse", "no-such-file.md");

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.Trim().ShouldBe("There is no file no-such-file.md.");
        (await RunAsync("parse")).Exit.ShouldBe(2);
        (await RunAsync("parse", AppContext.BaseDirectory)).Error.ShouldContain("is a folder; name the files in it.");
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "postmortems.dll"));

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        return (process.ExitCode, await output, await error);
    }
}
