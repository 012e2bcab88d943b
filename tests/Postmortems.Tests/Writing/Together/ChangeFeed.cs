using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Tests.Writing.Together;

/// <summary>What a window hears of a document while it is open.</summary>
internal sealed class ChangeFeed : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<List<ChangeRow>>> events;

    private ChangeFeed(HttpResponseMessage answer, Stream stream)
    {
        this.answer = answer;
        events = SseParser.Create(stream, (kind, data) => kind == SseParser.EventTypeDefault ? JsonSerializer.Deserialize<List<ChangeRow>>(data, JsonSerializerOptions.Web)! : []).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<ChangeFeed> OpenAsync(HttpClient browser, string address, int? lastEvent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        if (lastEvent is { } last)
        {
            request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        }

        var opened = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        opened.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new ChangeFeed(opened, await opened.Content.ReadAsStreamAsync());
    }

    /// <returns>The next changes that come; heartbeats are passed over.</returns>
    public async Task<IReadOnlyList<ChangeRow>> NextAsync()
    {
        while (await MoveAsync())
        {
            if (events.Current.Data is { Count: > 0 } changes)
            {
                events.Current.EventId.ShouldBe(changes[^1].Version.ToString(CultureInfo.InvariantCulture));
                return changes;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public async Task UntilItEndsAsync()
    {
        while (await MoveAsync())
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await events.DisposeAsync();
    }

    private Task<bool> MoveAsync() => events.MoveNextAsync().AsTask().WaitAsync(Patience);
}
