using System.IO.Compression;
using System.Net;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;
using PictureBytes = Postmortems.Tests.Writing.Attachments.PictureBytes;

namespace Postmortems.Tests.ImportExport;

public sealed class ExportingPicturesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly Guid queue = Guid.CreateVersion7();
    private readonly Guid elsewhere = Guid.CreateVersion7();
    private readonly Guid deleted = Guid.CreateVersion7();
    private int number;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "");
        await AddAsync(number, queue, "../Länge der \"Queue\".html", PictureBytes.Png());
        await AddAsync(number, deleted, "gone.png", PictureBytes.Png("gone"));
        await app.UseCase<DeleteAttachment>().RunAsync(Ada, number, deleted);
        var other = await Window.DraftAsync(app, "");
        await AddAsync(other, elsewhere, "…", PictureBytes.Gif);
        await app.UseCase<DeletePostmortem>().RunAsync(Ada, other);
        await app.UseCase<WriteDocument>().RunAsync(
            Ada, number, $"![Depth](/attachments/{queue}#1x1)\n\n![Again][q] and ![other](</attachments/{elsewhere}>)\n\n![gone](/attachments/{deleted})\n\nWords: /attachments/{queue}\n\n[q]: /attachments/{queue}\n", 2);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_markdown_file_links_to_them_from_anywhere()
    {
        var client = app.ClientFor(app.Eve);

        var text = await client.GetStringAsync(new Uri($"/api/postmortems/{number}/markdown", UriKind.Relative));

        var server = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        text.ShouldContain($"![Depth]({server}/attachments/{queue}#1x1)");
        text.ShouldContain($"[q]: {server}/attachments/{queue}\n");
        text.ShouldContain($"Words: /attachments/{queue}\n");
    }

    [Fact]
    public async Task The_archive_holds_those_that_the_reader_may_see_under_safe_names()
    {
        var (text, files) = await ArchiveAsync(app.ClientFor(app.Eve));
        var (_, again) = await ArchiveAsync(app.ClientFor(app.Ada));

        var picture = files.Single(file => file.Key.StartsWith("pictures/", StringComparison.Ordinal));
        picture.Key.ShouldMatch("^pictures/l-nge-der-queue-[0-9a-f]{12}\\.png$");
        picture.Value.ShouldBe(PictureBytes.Png());
        text.ShouldContain($"![Depth]({picture.Key})");
        text.ShouldContain($"[q]: {picture.Key}\n");
        text.ShouldContain($"/attachments/{elsewhere}>)");
        text.ShouldContain($"/attachments/{deleted})");
        again.Keys.ShouldContain(picture.Key);
        again.Keys.Count(key => key.StartsWith("pictures/picture-", StringComparison.Ordinal) && key.EndsWith(".gif", StringComparison.Ordinal)).ShouldBe(1);
        files.Keys.Concat(again.Keys).ShouldAllBe(key => !key.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_come_along_when_their_archive_is_imported()
    {
        var (text, files) = await ArchiveAsync(app.ClientFor(app.Eve));
        var zip = Zips.Of([.. files.Select(file => ($"a/{file.Key}", file.Value)), ("a/lonely.gif", PictureBytes.Gif)]);

        var outcomes = await app.UseCase<ImportAtOnce>().RunAsync(Ada, [new DroppedFile("archive.zip", zip)], new ToldForAll());

        outcomes.Select(outcome => outcome.File).ShouldBe([$"archive.zip/a/PM-{number}.md", "archive.zip/a/lonely.gif"]);
        outcomes[1].Problem!.ShouldContain("no document here shows it");
        number = outcomes[0].Number!.Value;
        var (again, kept) = await ArchiveAsync(app.ClientFor(app.Eve));
        again.ShouldBe(text);
        var picture = files.Keys.Single(name => name.StartsWith("pictures/", StringComparison.Ordinal));
        kept.Keys.ShouldBe([$"PM-{number}.md", picture], ignoreOrder: true);
        kept[picture].ShouldBe(files[picture]);
    }

    [Fact]
    public async Task Is_offered_where_there_are_pictures_and_to_nobody_from_outside()
    {
        var plain = await Window.DraftAsync(app, "No pictures.");

        (await app.ClientFor(app.Ada).PageAsync($"/postmortems/{number}?view=read")).QuerySelector($"a[href='/api/postmortems/{number}/archive']").ShouldNotBeNull();
        (await app.ClientFor(app.Ada).PageAsync($"/postmortems/{plain}?view=read")).QuerySelector("a[href$='/archive']").ShouldBeNull();
        (await app.ClientFor(null).GetAsync(new Uri($"/api/postmortems/{number}/archive", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.ClientFor(app.Eve).GetAsync(new Uri("/api/postmortems/999999/archive", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(string Text, Dictionary<string, byte[]> Files)> ArchiveAsync(HttpClient client)
    {
        await using var body = await client.GetStreamAsync(new Uri($"/api/postmortems/{number}/archive", UriKind.Relative));
        using var copy = new MemoryStream();
        await body.CopyToAsync(copy);
        await using var zip = new ZipArchive(copy);
        var files = new Dictionary<string, byte[]>();

        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var content = await entry.OpenAsync();
            await content.CopyToAsync(bytes);
            files.Add(entry.FullName, bytes.ToArray());
        }

        return (System.Text.Encoding.UTF8.GetString(files[$"PM-{number}.md"]), files);
    }

    private async Task AddAsync(int postmortem, Guid id, string name, byte[] bytes) => await app.UseCase<AddAttachment>().RunAsync(Ada, postmortem, id, name, bytes);
}
