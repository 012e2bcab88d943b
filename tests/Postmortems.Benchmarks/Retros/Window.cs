using System.Diagnostics;
using System.Net;
using System.Net.ServerSentEvents;

namespace Postmortems.Benchmarks.Retros;

/// <summary>A device in a retro, without a browser: it follows the stream and reads its page anew when the page would, after the same pause.</summary>
internal sealed class Window(Uri address, string session, string page, string stream, bool counts) : IAsyncDisposable
{
    private readonly HttpClient browser = With(address, session);
    private readonly CancellationTokenSource closes = new();
    private readonly List<(string Html, long At)> read = [];
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task follows = Task.CompletedTask;
    private volatile int heard;

    public async Task OpenAsync()
    {
        await ReadAsync();
        follows = FollowAsync();
        await opened.Task;
    }

    /// <summary>Sends a form of the page as it was read last.</summary>
    public async Task SendAsync(string form, params (string Name, string Value)[] fields)
    {
        var token = Between(Last, "__RequestVerificationToken", "value=\"", "\"");
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await browser.PostAsync(new Uri(form, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>Milliseconds from <paramref name="since"/> until a page was read that <paramref name="shows"/> it.</returns>
    public async Task<double> ShownAsync(long since, Func<string, bool> shows)
    {
        while (true)
        {
            lock (read)
            {
                foreach (var (html, at) in read)
                {
                    if (at > since && shows(html))
                    {
                        return Stopwatch.GetElapsedTime(since, at).TotalMilliseconds;
                    }
                }
            }

            await Task.Delay(2, closes.Token);
        }
    }

    public void Forget()
    {
        lock (read)
        {
            read.RemoveRange(0, read.Count - 1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closes.CancelAsync();
        await follows;
        browser.Dispose();
        closes.Dispose();
    }

    public static HttpClient With(Uri address, string session)
    {
        var cookies = new CookieContainer();
        cookies.SetCookies(address, session);
        return new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    private string Last
    {
        get
        {
            lock (read)
            {
                return read[^1].Html;
            }
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            await using var body = await browser.GetStreamAsync(new Uri(stream, UriKind.Relative), closes.Token);
            var reading = new List<Task>();

            await foreach (var told in SseParser.Create(body).EnumerateAsync(closes.Token))
            {
                opened.TrySetResult();

                if (told.EventType == "step" || (counts && told.EventType == "count"))
                {
                    reading.Add(SoonAsync(++heard));
                }
            }

            await Task.WhenAll(reading);
        }
        catch (OperationCanceledException) when (closes.IsCancellationRequested)
        {
            // The device was put away.
        }
    }

    /// <summary>Waits as the page does; what is told meanwhile begins the wait anew.</summary>
    private async Task SoonAsync(int mine)
    {
        await Task.Delay(30 + Random.Shared.Next(170), closes.Token);

        if (mine == heard)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative), closes.Token);

        lock (read)
        {
            read.Add((html, Stopwatch.GetTimestamp()));
        }
    }

    /// <returns>What stands between the first of two marks that follows a word, and the next.</returns>
    public static string Between(string html, string word, string mark, string end)
    {
        var from = html.IndexOf(mark, html.IndexOf(word, StringComparison.Ordinal), StringComparison.Ordinal) + mark.Length;
        return html[from..html.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
