using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Postmortems.Tests.Testing;
using Postmortems.Web.Writing.Together;

namespace Postmortems.Tests.Writing.Together;

public sealed class BeingPresentTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private WebApplication second = null!;
    private int number;

    private Uri Address => new($"/api/postmortems/{number}/document/presence", UriKind.Relative);

    public async Task InitializeAsync()
    {
        second = await app.StartAnotherAsync();
        number = await Window.DraftAsync(app, "The pool was full.");
    }

    public async Task DisposeAsync() => await second.DisposeAsync();

    [Fact]
    public async Task Is_told_to_windows_of_this_instance_and_of_another()
    {
        await using var here = await ListenAsync(app.ClientFor(app.Grace));
        await using var there = await ListenAsync(app.ClientFor(app.Grace, second));
        var window = new PresenceSent(Guid.CreateVersion7(), Version: 2, Anchor: 4, Head: 8);

        await TellAsync(app.ClientFor(app.Ada), window);

        foreach (var line in new[] { here, there })
        {
            (await line.NextAsync()).ShouldHaveSingleItem().ShouldBe(new(window.Window, app.Ada.Id, "Ada Okafor", 2, 4, 8));
        }
    }

    [Fact]
    public async Task Who_comes_is_answered_who_is_there_and_who_leaves_is_gone_at_once()
    {
        var ada = new PresenceSent(Guid.CreateVersion7(), 2, 4, 4);
        var grace = new PresenceSent(Guid.CreateVersion7(), 2, 0, 0);
        await TellAsync(app.ClientFor(app.Ada), ada);

        (await TellAsync(app.ClientFor(app.Grace), grace)).ShouldHaveSingleItem().Name.ShouldBe("Ada Okafor");
        await using var there = await ListenAsync(app.ClientFor(app.Grace, second));

        // As a closing window sends it.
        using var left = await app.ClientFor(app.Ada).PostAsync(Address, new StringContent(JsonSerializer.Serialize(ada with { Gone = true }, JsonSerializerOptions.Web), Encoding.UTF8, "text/plain"));

        left.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.NextAsync(window => window.Gone)).ShouldContain(window => window.Window == ada.Window);
        (await TellAsync(app.ClientFor(app.Grace), grace)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lasts_as_long_as_the_stream_on_whichever_instance_and_ends_soon_after_it()
    {
        await using var here = await ListenAsync(app.ClientFor(app.Grace));
        var window = new PresenceSent(Guid.CreateVersion7(), 2, 4, 8);
        var stream = await ListenAsync(app.ClientFor(app.Ada, second), window.Window);
        await TellAsync(app.ClientFor(app.Ada), window);
        await here.NextAsync(told => told.Window == window.Window && !told.Gone);

        await Task.Delay(Presence.Forgotten + Presence.BetweenSigns);
        (await TellAsync(app.ClientFor(app.Grace), new(Guid.CreateVersion7(), 2, 0, 0))).ShouldContain(other => other.Window == window.Window);
        await stream.DisposeAsync();

        (await here.NextAsync(told => told.Gone)).ShouldHaveSingleItem().Window.ShouldBe(window.Window);
    }

    [Fact]
    public async Task A_stream_speaks_for_no_window_of_somebody_else()
    {
        var window = new PresenceSent(Guid.CreateVersion7(), 2, 4, 8);
        await TellAsync(app.ClientFor(app.Ada), window);
        await using var here = await ListenAsync(app.ClientFor(app.Ada));

        await using (await ListenAsync(app.ClientFor(app.Grace), window.Window))
        {
        }

        await Task.Delay(Presence.UntilBack + TimeSpan.FromSeconds(1));
        (await TellAsync(app.ClientFor(app.Grace), new(Guid.CreateVersion7(), 2, 0, 0))).ShouldContain(other => other.Window == window.Window);
    }

    [Fact]
    public async Task Many_windows_reach_another_instance_in_several_notifications()
    {
        await using var there = await ListenAsync(app.ClientFor(app.Grace, second));

        await Task.WhenAll(Enumerable.Range(0, 150).Select(i => TellAsync(app.ClientFor(app.Ada), new PresenceSent(Guid.CreateVersion7(), 2, i % 18, i % 18))));

        var heard = new HashSet<Guid>();

        while (heard.Count < 150)
        {
            heard.UnionWith((await there.NextAsync()).Select(window => window.Window));
        }
    }

    [Fact]
    public async Task A_reader_is_not_shown_as_a_writer_and_a_stranger_is_not_heard()
    {
        var window = new PresenceSent(Guid.CreateVersion7(), 2, 0, 0);

        using var reader = await app.ClientFor(app.Eve).PostAsJsonAsync(Address, window);
        using var stranger = await app.ClientFor().PostAsJsonAsync(Address, window);
        using var nowhere = await app.ClientFor(app.Ada).PostAsJsonAsync("/api/postmortems/999999/document/presence", window);
        using var nonsense = await app.ClientFor(app.Ada).PostAsJsonAsync(Address, window with { Head = -1 });

        reader.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        nonsense.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<List<PresentWindow>> TellAsync(HttpClient browser, PresenceSent window)
    {
        using var answer = await browser.PostAsJsonAsync(Address, window);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, ErrorLog.LatestErrors);
        return (await answer.Content.ReadFromJsonAsync<List<PresentWindow>>())!;
    }

    private async Task<Line> ListenAsync(HttpClient browser, Guid? window = null)
    {
        var answer = await browser.GetAsync($"/api/postmortems/{number}/document/changes/stream?after=2{(window is null ? "" : $"&window={window}")}", HttpCompletionOption.ResponseHeadersRead);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new Line(answer, await answer.Content.ReadAsStreamAsync());
    }

    private sealed class Line(HttpResponseMessage answer, Stream stream) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

        private Task<bool>? next;

        public async Task<List<PresentWindow>> NextAsync(Func<PresentWindow, bool>? wanted = null)
        {
            while (await (next = events.MoveNextAsync().AsTask()).WaitAsync(TimeSpan.FromSeconds(20)))
            {
                if (events.Current.EventType == "presence" && JsonSerializer.Deserialize<List<PresentWindow>>(events.Current.Data, JsonSerializerOptions.Web)! is var told && told.Any(wanted ?? (_ => true)))
                {
                    return told;
                }
            }

            throw new InvalidOperationException("The stream ended.");
        }

        public async ValueTask DisposeAsync()
        {
            answer.Dispose();

            // What is still waited for ends with the answer, and can't be disposed of before it has.
            if (next is null or { IsCompleted: true })
            {
                await events.DisposeAsync();
            }
        }
    }
}
