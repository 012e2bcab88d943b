using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

/// <summary>The device of somebody who takes part, without a browser: its page and its stream.</summary>
internal sealed class RetroWindow : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client;
    private readonly int number;
    private readonly HttpResponseMessage stream;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private RetroWindow(HttpClient client, int number, HttpResponseMessage stream, Stream body)
    {
        (this.client, this.number, this.stream) = (client, number, stream);
        events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<RetroWindow> OpenAsync(PostmortemsApp app, User person, int number, WebApplication? instance)
    {
        var browser = app.ClientFor(person, instance);
        var opened = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/retros/{number}/stream"), HttpCompletionOption.ResponseHeadersRead);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new RetroWindow(browser, number, opened, await opened.Content.ReadAsStreamAsync());
    }

    public async Task SitAsync()
    {
        using var answer = await client.SubmitAsync(await client.PageAsync($"/retros/{number}/part"), "form[action$='/seat']");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    public async Task VoteAsync(string impact)
    {
        using var answer = await client.SubmitAsync(await client.PageAsync($"/retros/{number}/part"), "form.vote", ("impact", impact), ("change", "Middle"), ("learning", "Low"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    public async Task<string> ReadsAsync() => (await client.PageAsync($"/retros/{number}/part")).QuerySelector("main")!.TextContent;

    public async Task HearsAsync(string kind)
    {
        do
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue();
        }
        while (events.Current.EventType != kind);
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        stream.Dispose();
        client.Dispose();
    }
}
