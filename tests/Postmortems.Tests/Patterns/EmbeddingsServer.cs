using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Postmortems.Tests.Patterns;

/// <summary>A model on loopback that knows two topics, whatever the words. What it answers can be changed.</summary>
internal sealed class EmbeddingsServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EmbeddingsServer(WebApplication app) => this.app = app;

    public List<string> Asked { get; } = [];

    public List<string?> Keys { get; } = [];

    /// <summary>What it does instead of answering.</summary>
    public Func<string[], HttpResponse, Task<bool>>? Instead { get; set; }

    public int Numbers { get; set; } = 128;

    public Uri Address => new(app.Urls.First());

    public static async Task<EmbeddingsServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new EmbeddingsServer(builder.Build());
        server.app.MapPost("/v1/embeddings", server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        var texts = asked.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToArray();
        asked.GetProperty("model").GetString().ShouldBe("field-words");
        Asked.AddRange(texts);
        Keys.Add(http.Request.Headers.Authorization);

        if (Instead is null || !await Instead(texts, http.Response))
        {
            // Out of order, as the protocol allows.
            await http.Response.WriteAsJsonAsync(new { data = texts.Select((text, index) => new { index, embedding = Meaning(text) }).Reverse() });
        }
    }

    private float[] Meaning(string text)
    {
        var random = new Random(text.Sum(letter => letter));
        var about = text.Contains("bird", StringComparison.Ordinal) || text.Contains("pigeon", StringComparison.Ordinal) || text.Contains("gull", StringComparison.Ordinal) ? 0 : 1 + random.Next(1000);
        var topic = new Random(about);
        return [.. Enumerable.Range(0, Numbers).Select(_ => 2 + topic.NextSingle() + (0.1f * random.NextSingle()))];
    }
}
