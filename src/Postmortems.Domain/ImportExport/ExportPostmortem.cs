using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.ImportExport;

/// <summary>A postmortem as a Markdown file, with the data that its live blocks show today.</summary>
public sealed class ExportPostmortem(ReadPostmortem read, ReadLiveFacts facts, TimeProvider clock)
{
    /// <returns>Null when the actor sees no such postmortem.</returns>
    public async Task<string?> RunAsync(Actor actor, int number, CancellationToken cancel = default) =>
        await read.RunAsync(actor, number, cancel) is { } view
            ? WrittenOut.Of(view, await facts.RunAsync(actor, view, view.Document.Text, cancel), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            : null;
}
