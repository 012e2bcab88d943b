using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Timeline;

/// <summary>Somebody tells what happened, line by line. What is not understood is handed back with a question.</summary>
public sealed class AddLines(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice adds its lines once.</param>
    /// <returns>Null when there is no such incident.</returns>
    public async Task<AddedLines?> RunAsync(Actor actor, int incident, Guid id, string lines, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await KnownTimes.OfAsync(db, actor, incident, cancel) is not { } known)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var read = known.Read(lines, now);
        var understood = read.Where(line => line.Entry is not null).Select((line, place) => (Id: IdOf(id, place), Entry: line.Entry!)).ToList();

        if (understood.Count == 0)
        {
            return new AddedLines(read, SaidElse: false);
        }

        // The first entry has the form's own id, so it tells whether the form was stored.
        var stored = await db.StoreOnceAsync(
            new SentForm(id, new { incident, lines }, now), db.TimelineEntries.Where(entry => entry.Id == id).Select(entry => entry.Id), StoreAsync, cancel);
        await transaction.CommitAsync(cancel);
        return new AddedLines(read, stored.SaidElse);

        async Task<Guid> StoreAsync()
        {
            var order = known.LastOrder;
            var told = new List<TimelineEntry>();

            foreach (var (entryId, facts) in understood)
            {
                var entry = new TimelineEntry(known.IncidentId, facts.When, facts.Zone, facts.Text, ++order, actor.UserId, now, id: entryId);
                facts.Tell(entry);
                db.TimelineEntries.Add(entry);
                told.Add(entry);
                db.AuditLog.Add(new AuditEntry(actor.UserId, "timeline/told", entryId, entry.Text[..Math.Min(entry.Text.Length, 200)], now));
            }

            if (told.Find(entry => entry.Fix is not null) is { } fix)
            {
                db.RegroupFixes(wasFix: false, fix, now);
            }

            await db.AmendPublishedTimelineAsync(known.IncidentId, EntryAmendments.Added(told), actor.UserId, now, cancel);
            await db.SaveChangesAsync(cancel);
            return id;
        }
    }

    /// <summary>The same form and place give the same id, on any machine.</summary>
    private static Guid IdOf(Guid form, int place)
    {
        var bytes = form.ToByteArray(bigEndian: true);
        var last = bytes.AsSpan(12);
        BinaryPrimitives.WriteUInt32BigEndian(last, BinaryPrimitives.ReadUInt32BigEndian(last) + (uint)place);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <param name="SaidElse">The form was stored before with other lines; none of these is stored.</param>
public sealed record AddedLines(List<QuickLine> Lines, bool SaidElse);
