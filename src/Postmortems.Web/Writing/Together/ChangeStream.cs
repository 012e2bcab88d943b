using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Postmortems.Domain.Writing.Together;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Writing.Together;

/// <summary>Follows a document for one window, for as long as its session may go on.</summary>
internal sealed class ChangeStream(Feeds feeds, ReadChanges read, SignedInPeople people, TimeProvider clock, IHostApplicationLifetime life)
{
    public async Task FollowAsync(HttpContext http, int number, int after)
    {
        // An instance that is to stop would wait for its windows; they find another one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var feed = feeds.Join(number);

        try
        {
            await FollowAsync(new Window(http, number, after), feed.Newest, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The window was closed, or the instance stops.
        }
        finally
        {
            feeds.Leave(number);
        }
    }

    private async Task FollowAsync(Window window, Frame frame, CancellationToken cancel)
    {
        Begin(window.Http);

        if (!await CatchUpAsync(window, cancel))
        {
            return;
        }

        // The first answer goes out even when nothing is new, so that the window knows it is heard.
        window.Body.Write(Events.OfChanges([], window.At));

        while (true)
        {
            if (!frame.Next.IsCompleted)
            {
                await window.Body.FlushAsync(cancel);
            }

            frame = await frame.Next.WaitAsync(cancel);

            if ((frame.From > window.At || window.IsDue(clock)) && !await CatchUpAsync(window, cancel))
            {
                return;
            }

            window.Hear(frame);
        }
    }

    private static void Begin(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    /// <returns>False when the session ended or the postmortem is not to be seen any more.</returns>
    private async Task<bool> CatchUpAsync(Window window, CancellationToken cancel)
    {
        if (await people.FindAsync(window.Http.User, cancel) is null)
        {
            return false;
        }

        while (true)
        {
            if (await read.RunAsync(window.Http.User.ToActor(), window.Number, window.At, cancel) is not { } changes)
            {
                return false;
            }

            window.Checked(clock);

            if (changes is not [.., var last])
            {
                return true;
            }

            window.At = last.Version;
            window.Body.Write(Events.OfChanges(changes, last.Version));
        }
    }

    /// <summary>How far one window has heard.</summary>
    private sealed class Window(HttpContext http, int number, int after)
    {
        private DateTimeOffset due;

        public HttpContext Http => http;

        public PipeWriter Body => http.Response.BodyWriter;

        public int Number => number;

        public int At { get; set; } = after;

        public bool IsDue(TimeProvider clock) => clock.GetUtcNow() >= due;

        /// <summary>Windows are asked again at different moments, so that many do not ask the database at once.</summary>
        public void Checked(TimeProvider clock) => due = clock.GetUtcNow() + (Feed.Heartbeat * (0.5 + Random.Shared.NextDouble()));

        public void Hear(Frame frame)
        {
            // A frame that says nothing new of the text is a sign of life or of something else.
            if (frame.Version > At || frame.From == frame.Version)
            {
                Body.Write(frame.Bytes.Span);
                At = Math.Max(At, frame.Version);
            }
        }
    }
}
