using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Domain.Writing.Live;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>A postmortem as a file with all its data, which becomes the same postmortem when it is imported.</summary>
public sealed class ExportPostmortem(IDbContextFactory<PostmortemsDb> databases, ReadPostmortem read, ReadLiveFacts facts, TimeProvider clock)
{
    /// <param name="server">Where this product is, such as https://postmortems.example.org, so that its pictures are found from anywhere.</param>
    /// <returns>Null when the actor sees no such postmortem.</returns>
    public async Task<string?> RunAsync(Actor actor, int number, string server, ExportForm form = ExportForm.Markdown, CancellationToken cancel = default)
    {
        if (await read.RunAsync(actor, number, cancel) is not { } view)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var archived = (await db.ArchivedAsync(db.PostmortemsFor(actor).Where(p => p.Number == number), cancel)).SingleOrDefault();
        var live = await facts.RunAsync(actor, view, view.Document.Text, cancel);
        var body = WrittenOut.Of(view, live, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

        if (archived is null)
        {
            return null;
        }

        var written = PictureLinks.Replace(Write(WrittenPostmortem.Of(archived, body), form, server), (_, address) => server + address);
        return view.Roles is { } roles ? roles.In(written) : written;
    }

    private static string Write(ReadDocument document, ExportForm form, string server) =>
        form == ExportForm.Json ? DocumentWriter.Json(document, server + DocumentSchema.Path) : DocumentWriter.Markdown(document);
}

public enum ExportForm
{
    Markdown,
    Json,
}
