using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Postmortems.Cli.Commands;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Attachments;

namespace Postmortems.Tests.ImportExport;

public sealed class ImportingFromTheCommandLineTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly string mark = Guid.NewGuid().ToString("n");

    [Fact]
    public async Task A_folder_becomes_postmortems_and_a_second_run_changes_nothing()
    {
        using var folder = new TestDirectory();
        Directory.CreateDirectory(Path.Combine(folder.Path, "2025"));
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "2025", "depot.md"), $"# Depot closed {mark}\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "webhook.txt"), $"Webhook refused {mark}\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, ".git", "config"), "not a document");
        var token = await TokenAsync(app.Ada);

        var first = await RunAsync("--server", app.Address.ToString(), "--token", token, folder.Path);
        var second = await RunAsync("--server", app.Address.ToString(), "--token", token, folder.Path);

        first.Exit.ShouldBe(0, first.Error);
        first.Lines.Select(line => line.GetProperty("file").GetString()).ShouldBe(["2025/depot.md", "webhook.txt"]);
        first.Lines[0].GetProperty("title").GetString().ShouldBe($"Depot closed {mark}");
        first.Lines[0].GetProperty("url").GetString().ShouldBe($"{app.Address}postmortems/{first.Lines[0].GetProperty("number").GetInt32()}");
        second.Exit.ShouldBe(0, second.Error);
        second.Lines.Select(line => line.GetProperty("number").GetInt32()).ShouldBe(first.Lines.Select(line => line.GetProperty("number").GetInt32()));
        second.Lines.ShouldAllBe(line => line.GetProperty("wasImportedBefore").GetBoolean());
    }

    [Fact]
    public async Task A_picture_goes_with_the_document_that_shows_it()
    {
        using var folder = new TestDirectory();
        Directory.CreateDirectory(Path.Combine(folder.Path, "pictures"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a10.md"), $"# Second {mark}\n\n![Depth](pictures/depth.png)\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a9.md"), $"# First {mark}\n\n![Depth](pictures/depth.png)\n");
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "pictures", "depth.png"), PictureBytes.Png());

        var (exit, lines, error) = await RunAsync("--server", app.Address.ToString(), "--token", await TokenAsync(app.Ada), folder.Path);

        exit.ShouldBe(0, error);
        lines.Select(line => line.GetProperty("file").GetString()).ShouldBe(["a9.md", "a10.md"]);

        foreach (var line in lines)
        {
            var page = await app.ClientFor(app.Eve).GetStringAsync(new Uri($"/postmortems/{line.GetProperty("number").GetInt32()}", UriKind.Relative));
            page.ShouldContain("src=\"/attachments/");
        }
    }

    [Fact]
    public async Task A_refused_file_has_its_line_and_the_rest_goes_on()
    {
        using var folder = new TestDirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.pdf"), "%PDF-1.7");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "b.md"), $"# Fine {mark}\n");

        var (exit, lines, error) = await RunAsync("--server", app.Address.ToString(), "--token", await TokenAsync(app.Ada), folder.Path);

        exit.ShouldBe(2);
        lines[0].GetProperty("problem").GetString()!.ShouldContain("PDF");
        lines[1].GetProperty("number").GetInt32().ShouldBeGreaterThan(0);
        error.ShouldContain("1 of 2 files");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "pmt_x", "cannot be reached")]
    [InlineData(null, "pmt_wrong", "does not know this token")]
    [InlineData("ftp://example.org", "pmt_x", "no address of a server")]
    public async Task What_goes_wrong_is_one_sentence(string? server, string token, string sentence)
    {
        using var folder = new TestDirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.md"), $"# Never stored {mark}\n");

        var (exit, lines, error) = await RunAsync("--server", server ?? app.Address.ToString(), "--token", token, folder.Path);

        exit.ShouldBe(2);
        lines.ShouldBeEmpty();
        error.ShouldContain(sentence);
        error.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_viewers_token_may_not_import()
    {
        using var folder = new TestDirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.md"), $"# Never stored {mark}\n");

        var (exit, _, error) = await RunAsync("--server", app.Address.ToString(), "--token", await TokenAsync(app.Eve), folder.Path);

        exit.ShouldBe(2);
        error.ShouldContain("editor role");
    }

    [Fact]
    public async Task Json_is_taken_as_well_as_files()
    {
        var client = app.ClientFor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(app.Ada));

        using var answer = await client.PostAsJsonAsync("/api/imports", new { files = new[] { new { name = "depot.md", text = $"# Depot {mark}\n" } } });
        using var odd = await client.PostAsync("/api/imports", new StringContent("{", System.Text.Encoding.UTF8, "application/json"));
        using var zone = await client.PostAsJsonAsync("/api/imports", new { zone = "Mars/Olympus", files = new[] { new { name = "a.md", text = $"# Mars {mark}\n" } } });

        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files")[0].GetProperty("title").GetString().ShouldBe($"Depot {mark}");
        odd.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        zone.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await zone.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("time/zone");
    }

    private async Task<string> TokenAsync(User owner)
    {
        var secret = ApiToken.Prefix + Secret.New();
        await app.StoreAsync(new ApiToken(Guid.CreateVersion7(), owner.Id, "Import", Secret.HashOf(secret), DateTimeOffset.UtcNow));
        return secret;
    }

    private static async Task<(int Exit, List<JsonElement> Lines, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await ImportCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))], error.ToString());
    }
}
