using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.ImportExport;

/// <summary>A postmortem as a Markdown file, with the data that its live blocks show today.</summary>
public sealed class ExportPostmortem(ReadPostmortem read, ReadLiveFacts facts, TimeProvider clock)
{
    /// <param name="server">Where this product is, such as https://postmortems.example.org, so that its pictures are found from anywhere.</param>
    /// <returns>Null when the actor sees no such postmortem.</returns>
    public async Task<string?> RunAsync(Actor actor, int number, string server, CancellationToken cancel = default) =>
        await read.RunAsync(actor, number, cancel) is { } view
            ? PictureLinks.Replace(WrittenOut.Of(view, await facts.RunAsync(actor, view, view.Document.Text, cancel), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), (_, address) => server + address)
            : null;
}
