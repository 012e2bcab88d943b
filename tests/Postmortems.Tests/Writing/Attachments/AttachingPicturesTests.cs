using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;
using Postmortems.Web.Writing.Attachments;

namespace Postmortems.Tests.Writing.Attachments;

public sealed class AttachingPicturesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly Actor ada = new(app.Ada.Id, Role.Editor);

    [Fact]
    public async Task Shows_a_picture_to_who_may_read_and_as_nothing_but_a_picture()
    {
        var number = await Window.DraftAsync(app, "One.");
        var added = await AddWellAsync(number, PictureBytes.Png(), "Warteschlange “14:02”.html");

        using var shown = await app.ClientFor(app.Eve).GetAsync(new Uri(added.Url, UriKind.Relative));

        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(PictureBytes.Png());
        shown.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shown.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        shown.Content.Headers.GetValues("Content-Disposition").Single().ShouldStartWith("inline; filename=");
        shown.Content.Headers.GetValues("Content-Disposition").Single().ShouldContain("filename*=UTF-8''Warteschlange%20%E2%80%9C14%3A02%E2%80%9D.html");
        shown.Headers.NonValidated["Cache-Control"].ToString().ShouldBe("private, max-age=31536000, immutable");
        added.Url.ShouldEndWith("#1x1");

        using var asked = new HttpRequestMessage(HttpMethod.Get, added.Url);
        asked.Headers.IfNoneMatch.Add(shown.Headers.ETag!);
        using var again = await app.ClientFor(app.Eve).SendAsync(asked);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Strangers_see_nothing_and_viewers_add_nothing()
    {
        var number = await Window.DraftAsync(app, "One.");
        var added = await AddWellAsync(number, PictureBytes.Png());

        using var stranger = await app.ClientFor(null).GetAsync(new Uri(added.Url, UriKind.Relative));
        using var byStranger = await AddAsync(app.ClientFor(null), number, Guid.CreateVersion7(), PictureBytes.Png("x"));
        using var byViewer = await AddAsync(app.ClientFor(app.Eve), number, Guid.CreateVersion7(), PictureBytes.Png("x"));
        using var deleted = await app.ClientFor(app.Eve).PostAsync(new Uri($"/postmortems/{number}/attachments/{IdOf(added)}/deletion", UriKind.Relative), new FormUrlEncodedContent([]));

        stranger.IsSuccessStatusCode.ShouldBeFalse();
        stranger.Content.Headers.ContentType?.MediaType.ShouldNotBe("image/png");
        byStranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        byViewer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        deleted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StoredAsync(number)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_bytes_stand_in_a_postmortem_once_however_often_they_are_sent()
    {
        var number = await Window.DraftAsync(app, "One.");
        var id = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => AddAsync(app.ClientFor(app.Ada), number, i % 2 == 0 ? id : Guid.CreateVersion7(), PictureBytes.Png("same"))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var urls = await Task.WhenAll(answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<AddedAnswer>())!.Url));
        urls.Distinct().Count().ShouldBe(1);
        (await StoredAsync(number)).Count.ShouldBe(1);
        (await StoredAsync(await AnotherAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_what_is_no_picture_or_too_large_with_a_sentence()
    {
        var number = await Window.DraftAsync(app, "One.");

        using var svg = await AddAsync(app.ClientFor(app.Ada), number, Guid.CreateVersion7(), "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/png");
        using var large = await AddAsync(app.ClientFor(app.Ada), number, Guid.CreateVersion7(), [.. PictureBytes.Png(), .. new byte[Attachment.LargestFile]]);
        using var nowhere = await AddAsync(app.ClientFor(app.Ada), 999_999, Guid.CreateVersion7(), PictureBytes.Png());

        svg.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await svg.Content.ReadAsStringAsync()).ShouldContain("no whole PNG, JPEG, GIF, WebP or AVIF picture");
        large.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await large.Content.ReadAsStringAsync()).ShouldContain("up to 10 MB");
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StoredAsync(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_postmortem_holds_so_much_and_no_more()
    {
        var number = await Window.DraftAsync(app, "One.");
        await AddWellAsync(number, PictureBytes.Png());
        await using var db = app.OpenDatabase();
        await db.Attachments.Where(a => db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Size, 209_715_190));

        using var refused = await AddAsync(app.ClientFor(app.Ada), number, Guid.CreateVersion7(), PictureBytes.Png("more"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("up to 200 MB in all");
    }

    [Fact]
    public async Task A_photograph_loses_where_it_was_taken_and_keeps_how_it_is_turned()
    {
        var number = await Window.DraftAsync(app, "One.");

        var added = await AddWellAsync(number, PictureBytes.Jpeg());

        added.Note!.ShouldContain("was removed");
        var kept = await app.ClientFor(app.Ada).GetByteArrayAsync(new Uri(added.Url, UriKind.Relative));
        var plain = PictureBytes.Jpeg(withPlace: false);
        kept.AsSpan().IndexOf("GPS"u8).ShouldBe(-1);
        kept.AsSpan().IndexOf("hidden"u8).ShouldBe(-1);
        kept.AsSpan()[^(plain.Length - 2)..].SequenceEqual(plain.AsSpan()[2..]).ShouldBeTrue();
        kept.AsSpan(2, plain.Length).IndexOf<byte>(new byte[] { 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6 }).ShouldBeGreaterThan(0);
        (await AddWellAsync(number, plain)).Note.ShouldBeNull();
    }

    public static TheoryData<byte[], byte[]> Telling { get; } = new()
    {
        {
            [.. PictureBytes.PngWith(("eXIf", PictureBytes.Exif, 0), ("tEXt", "GPS\0here"u8.ToArray(), 0), ("iTXt", "GPS"u8.ToArray(), 0), ("zTXt", "GPS"u8.ToArray(), 0), ("tIME", new byte[7], 0), ("noWo", [1], 0)), .. "GPS"u8],
            PictureBytes.PngWith(("eXIf", PictureBytes.Turned, 0xD6674B69), ("noWo", [1], 0))
        },
        {
            [.. PictureBytes.WebPWith(announced: 0x0C, ("ALPH", [1]), ("EXIF", PictureBytes.Exif), ("XMP ", "GPS"u8.ToArray())), .. "GPS"u8],
            PictureBytes.WebPWith(announced: 0x08, ("ALPH", [1]), ("EXIF", PictureBytes.Turned))
        },
        {
            [.. PictureBytes.GifWith([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0], [0x21, 0xFE, 3, .. "GPS"u8, 0], [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 3, .. "GPS"u8, 0]), .. "GPS"u8],
            PictureBytes.GifWith([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0])
        },
    };

    [Theory]
    [MemberData(nameof(Telling))]
    public async Task Other_kinds_lose_it_too(byte[] telling, byte[] silent)
    {
        var number = await Window.DraftAsync(app, "One.");

        var added = await AddWellAsync(number, telling);

        added.Note!.ShouldContain("was removed");
        var kept = await app.ClientFor(app.Ada).GetByteArrayAsync(new Uri(added.Url, UriKind.Relative));
        kept.ShouldBe(silent);
        (await AddWellAsync(number, kept)).ShouldBe(added with { Note = null });
    }

    [Fact]
    public async Task Many_at_once_do_not_go_beyond_what_a_postmortem_holds()
    {
        var number = await Window.DraftAsync(app, "One.");
        await AddWellAsync(number, PictureBytes.Png());
        await using var db = app.OpenDatabase();
        var room = PictureBytes.Png("0").Length;
        await db.Attachments.Where(a => db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Size, (int)Attachment.LargestSum - room));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AddAsync(app.ClientFor(app.Ada), number, Guid.CreateVersion7(), PictureBytes.Png($"{i}"))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(7);
    }

    [Fact]
    public async Task What_the_server_does_not_take_in_is_refused_in_our_words()
    {
        var number = await Window.DraftAsync(app, "One.");
        var client = app.ClientFor(app.Ada);
        using var page = await client.PageAsync($"/postmortems/{number}/attachments");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form.attach input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(new byte[31_000_000]), "picture", "large.png" },
        };

        using var byForm = await client.PostAsync(new Uri($"/postmortems/{number}/attachments/files", UriKind.Relative), form);
        using var byProgram = await AddAsync(client, number, Guid.CreateVersion7(), new byte[31_000_000]);

        byForm.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await byForm.PageAsync()).Body!.TextContent.ShouldContain("A picture may have up to 10 MB");
        byProgram.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await byProgram.Content.ReadAsStringAsync()).ShouldContain("more than the 30 MB that can be sent at once");
    }

    [Fact]
    public async Task Is_gone_for_readers_when_it_or_its_postmortem_is_deleted_and_comes_back()
    {
        var number = await Window.DraftAsync(app, "One.");
        var added = await AddWellAsync(number, PictureBytes.Png());
        var address = new Uri(added.Url, UriKind.Relative);

        (await app.UseCase<DeleteAttachment>().RunAsync(ada, number + 1, IdOf(added))).ShouldBeFalse();
        (await app.UseCase<DeleteAttachment>().RunAsync(ada, number, IdOf(added))).ShouldBeTrue();
        (await app.ClientFor(app.Eve).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.UseCase<RestoreAttachment>().RunAsync(ada, number, IdOf(added))).ShouldBeTrue();
        (await app.ClientFor(app.Eve).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await app.UseCase<DeletePostmortem>().RunAsync(ada, number);
        (await app.ClientFor(app.Eve).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.ClientFor(app.Ada).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pictures_are_listed_in_pages_and_added_without_scripts()
    {
        var number = await Window.DraftAsync(app, "One.");

        for (var i = 0; i < ListAttachments.PageSize; i++)
        {
            await app.UseCase<AddAttachment>().RunAsync(ada, number, Guid.CreateVersion7(), $"{i}.png", PictureBytes.Png($"{i}"));
        }

        var client = app.ClientFor(app.Ada);
        using var page = await client.PageAsync($"/postmortems/{number}/attachments");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form.attach input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(Guid.CreateVersion7().ToString()), "Id" },
            { new ByteArrayContent(PictureBytes.Gif), "picture", "newest.gif" },
        };
        using var sent = await client.PostAsync(new Uri($"/postmortems/{number}/attachments/files", UriKind.Relative), form);

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var first = await client.PageAsync($"/postmortems/{number}/attachments");
        first.QuerySelectorAll(".attachments > li").Length.ShouldBe(ListAttachments.PageSize);
        first.QuerySelector(".attachments code")!.TextContent.ShouldStartWith("![newest](/attachments/");
        using var second = await client.PageAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        second.QuerySelectorAll(".attachments > li").Select(li => li.QuerySelector("div a")!.TextContent).ShouldBe(["0.png"]);
    }

    private static Guid IdOf(AddedAnswer added) => Guid.Parse(added.Url.Split('/', '#')[2]);

    private Task<int> AnotherAsync() => Window.DraftAsync(app, "Another.");

    private async Task<AddedAnswer> AddWellAsync(int number, byte[] bytes, string name = "queue.png")
    {
        using var answer = await AddAsync(app.ClientFor(app.Ada), number, Guid.CreateVersion7(), bytes, name: name);
        ((int)answer.StatusCode).ShouldBe(200, $"{await answer.Content.ReadAsStringAsync()} {ErrorLog.LatestErrors}");
        return (await answer.Content.ReadFromJsonAsync<AddedAnswer>())!;
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient client, int number, Guid id, byte[] bytes, string type = "application/octet-stream", string name = "queue.png")
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return client.PutAsync(new Uri($"/api/postmortems/{number}/attachments/{id}?name={Uri.EscapeDataString(name)}", UriKind.Relative), body);
    }

    private async Task<List<Attachment>> StoredAsync(int number)
    {
        await using var db = app.OpenDatabase();
        return await db.Attachments.Where(a => db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number)).ToListAsync();
    }
}
