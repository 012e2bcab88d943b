using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Postmortems.Cli.Commands;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Services;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed partial class ExportingAndImportingTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    /// <summary>The same text is imported once; empty lines at its end make another of it.</summary>
    private static int imports;

    private readonly string mark = Guid.NewGuid().ToString("n");
    private string token = "";

    /// <summary>Everything that a postmortem can hold.</summary>
    private string Full =>
        $"""
        ---
        format: postmortems/1
        title: Queue stopped {mark}
        date: 2026-05-04
        severity: SEV-2
        zone: Europe/Berlin
        services:
          - mail-{mark}
        times:
          impact:
            at: 2026-05-04T14:05:00+02:00
            zone: Europe/Berlin
          detected:
            at: 2026-05-04T14:10:30+02:00
            zone: Europe/Berlin
            precision: second
          resolved:
            at: 2026-05-05
            zone: Europe/Berlin
            precision: day
        windows:
          - from:
              at: 2026-05-04T14:05:00+02:00
              zone: Europe/Berlin
            to:
              at: 2026-05-04T15:00:00+02:00
              zone: Europe/Berlin
              precision: about
            text: No mail left
        timeline:
          - when:
              at: 2026-05-04T12:07:00+00:00
              zone: Etc/UTC
              precision: hour
            text: "Alarm: queue \"out\" grows"
            kind: signal
            basis: inferred
            evidence: https://example.org/graph
          - when:
              at: 2026-05-04T14:40:00+02:00
              zone: Europe/Berlin
            text: |-
              Restarted it:

              - by hand
            kind: fix
            basis: observed
            fix:
              kind: restart
              actor: approved-automation
              minutes: 12
              effect: stopped-impact
          - when:
              zone: Europe/Berlin
              precision: none
              written: after lunch
            text: Told the customers
            kind: message
            basis: reported
        causes:
          - text: The queue had no limit.
            role: hid
            confidence: established
            leaf: LEAF
            service: mail-{mark}
            detail: It grew for a week.
            shownBy:
              - 1
              - 3
          - text: A retry storm
            role: trigger
            confidence: tentative
        actionItems:
          - title: Limit the queue
            owner: Ada Brandt
            due: 2026-06-01
            status: verified
            type: limit
            priority: P1
            link: https://tracker.example.org/1
            doneWhen: The alarm rings at 1,000
            outcome: PR 1204
            addresses:
              - 1
          - title: Rewrite everything
            status: wont-do
            type: learn
            priority: P3
            outcome: Not worth it
          - title: Write it down
            status: in-progress
            type: automate
            priority: P0
        ---

        # Queue stopped {mark}

        ## Summary

        Nothing was sent.

        ## Timeline

        :::timeline
        :::

        ## Impact

        None saw it.

        """.ReplaceLineEndings("\n").Replace("LEAF", Domain.Causes.Taxonomy.Groups[0].Leaves[0].Code, StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        token = await TokenAsync(app.Ada);
        await app.StoreAsync(new Service($"mail-{mark}", "", ""));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task A_postmortem_becomes_the_same_again(string form)
    {
        var first = await ImportAsync("a.md", Full);
        var exported = await Client(token).GetStringAsync(new Uri($"/api/postmortems/{first}/{form}", UriKind.Relative));
        var second = await ImportAsync($"PM.{form}", exported);
        var again = await Client(token).GetStringAsync(new Uri($"/api/postmortems/{second}/{form}", UriKind.Relative));

        again.ShouldBe(exported);
    }

    [Fact]
    public async Task An_export_states_all_that_the_postmortem_holds()
    {
        var number = await ImportAsync("a.md", Full);

        var markdown = await Client(token).GetStringAsync(new Uri($"/api/postmortems/{number}/markdown", UriKind.Relative));

        Front(markdown).ShouldBe(Front(Full));
        markdown.ShouldContain("| 4 May 2026, 14:40 CEST | Restarted it: - by hand |");
    }

    [Fact]
    public async Task Its_json_follows_the_schema_that_the_product_publishes()
    {
        var number = await ImportAsync("a.md", Full);

        var json = await Client(token).GetStringAsync(new Uri($"/api/postmortems/{number}/json", UriKind.Relative));
        var fields = JsonNode.Parse(json)!;
        var schema = JsonNode.Parse(await app.ClientFor().GetStringAsync(new Uri(fields["$schema"]!.GetValue<string>())))!;

        JsonSchema.FaultsOf(fields, schema).ShouldBeEmpty();
        fields["timeline"]![1]!["fix"]!["minutes"] = "many";
        fields["mood"] = "good";
        fields["date"] = "May";
        JsonSchema.FaultsOf(fields, schema).Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_whole_archive_goes_into_a_folder_and_a_second_time_nothing_changes()
    {
        using var folder = new TestDirectory();
        var number = await ImportAsync("a.md", Full);
        await ImportAsync("b.md", $"# Depot closed {mark}\n\nWords.\n");

        var first = await ExportAsync(token, folder.Path);
        var second = await ExportAsync(token, folder.Path);

        first.Exit.ShouldBe(0, first.Error);
        first.Lines.Count.ShouldBeGreaterThan(1);
        first.Lines.ShouldAllBe(line => line.GetProperty("changed").GetBoolean());
        second.Exit.ShouldBe(0, second.Error);
        second.Lines.Count.ShouldBe(first.Lines.Count);
        second.Lines.ShouldAllBe(line => !line.GetProperty("changed").GetBoolean());
        var text = await File.ReadAllTextAsync(Path.Combine(folder.Path, $"PM-{number}.md"));
        Front(text).ShouldBe(Front(Full));
        text.ShouldContain("Restarted it: - by hand |");
    }

    [Fact]
    public async Task What_moves_to_another_server_comes_out_as_it_went_in()
    {
        using var folder = new TestDirectory();
        var first = await ImportAsync("a.md", Full.Replace("\ndate:", "\nincidentTitle: Mails waited\ndate:").Replace($"mail-{mark}", $"moved-{mark}"));
        await ExportAsync(token, folder.Path);
        var went = AsOf().Replace(await File.ReadAllTextAsync(Path.Combine(folder.Path, $"PM-{first}.md")), "as-of=2026-05-06");

        var second = await ImportAsync($"PM-{first}.md", went);
        await ExportAsync(token, folder.Path);

        (await File.ReadAllTextAsync(Path.Combine(folder.Path, $"PM-{second}.md"))).ShouldBe(went);
        went.ShouldContain("incidentTitle: Mails waited");
        went.ShouldContain($"- moved-{mark}");
        went.ShouldContain($"service: moved-{mark}");
    }

    [Fact]
    public async Task Another_document_brings_no_services_along()
    {
        var number = await ImportAsync("a.md", $"# Depot closed {mark}\n\n**Services**: foreign-{mark}\n");

        var exported = await Client(token).GetStringAsync(new Uri($"/api/postmortems/{number}/markdown", UriKind.Relative));

        Front(exported).ShouldNotContain("services:");
    }

    [Fact]
    public async Task As_pages_it_goes_into_a_folder_one_file_each()
    {
        using var folder = new TestDirectory();
        var number = await ImportAsync("a.md", Full);

        var first = await ExportAsync(token, folder.Path, "--format", "html");
        var second = await ExportAsync(token, folder.Path, "--format", "html");

        first.Exit.ShouldBe(0, first.Error);
        first.Lines.ShouldAllBe(line => line.GetProperty("file").GetString()!.EndsWith(".html"));
        second.Lines.ShouldAllBe(line => !line.GetProperty("changed").GetBoolean());
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Count().ShouldBe(first.Lines.Count);
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, $"PM-{number}.html"));
        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain($"Queue stopped {mark}");
        page.ShouldContain("Restarted it");
    }

    [Fact]
    public async Task Refuses_a_form_that_it_does_not_write()
    {
        using var folder = new TestDirectory();

        (await ExportAsync(token, folder.Path, "--format", "pdf")).Exit.ShouldNotBe(0);

        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_viewer_may_not_take_everything_along()
    {
        using var folder = new TestDirectory();
        var viewers = await TokenAsync(app.Eve);

        var (exit, lines, error) = await ExportAsync(viewers, folder.Path);

        exit.ShouldBe(2);
        lines.ShouldBeEmpty();
        error.ShouldContain("Editors and administrators export the whole archive.");
        (await app.ClientFor(app.Eve).GetAsync(new Uri("/api/archive", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Front(string text) => text[..text.IndexOf("\n---\n", StringComparison.Ordinal)];

    private HttpClient Client(string secret)
    {
        var client = app.ClientFor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    private async Task<int> ImportAsync(string name, string text)
    {
        using var answer = await Client(token).PostAsJsonAsync("/api/imports", new { files = new[] { new { name, text = text + "\n" + new string('\n', ++imports) } } });
        var file = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files")[0];
        file.GetProperty("problem").GetString().ShouldBeNull();
        return file.GetProperty("number").GetInt32();
    }

    private async Task<string> TokenAsync(User owner)
    {
        var secret = ApiToken.Prefix + Secret.New();
        await app.StoreAsync(new ApiToken(Guid.CreateVersion7(), owner.Id, "Export", Secret.HashOf(secret), DateTimeOffset.UtcNow));
        return secret;
    }

    private async Task<(int Exit, List<JsonElement> Lines, string Error)> ExportAsync(string secret, string folder, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await ExportCommand.Create().Parse(["--server", app.Address.ToString(), "--token", secret, folder, .. more]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))], error.ToString());
    }

    /// <summary>The day on which a live block was written out.</summary>
    [GeneratedRegex("as-of=[0-9-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsOf();
}
