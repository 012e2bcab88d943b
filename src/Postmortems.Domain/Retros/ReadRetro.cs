using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Retros;

/// <summary>One retro with its pack, as it stands for whoever reads it: votes and comments of others only once the meeting has come to them.</summary>
public sealed class ReadRetro(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    private const int MostComments = 300;

    /// <param name="onScreen">For a screen that everybody looks at: without names.</param>
    /// <returns>Null when there is no such retro.</returns>
    public async Task<RetroView?> RunAsync(Actor actor, int number, bool onScreen = false, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ReadAsync(db, actor, number, clock.GetUtcNow(), cancel) is { } view ? await NamelessRetro.ShownAsync(db, actor, view, onScreen, cancel) : null;
    }

    internal static async Task<RetroView?> ReadAsync(PostmortemsDb db, Actor actor, int number, DateTimeOffset now, CancellationToken cancel)
    {
        var head = await db.RetrosOf(actor).AsNoTracking().Where(retro => retro.Number == number)
            .Select(retro => new
            {
                Retro = retro,
                Version = EF.Property<uint>(retro, "Version"),
                Facilitator = db.Users.Where(user => user.Id == retro.FacilitatorId).Select(user => user.DisplayName).FirstOrDefault() ?? "",
                Scribe = db.Users.Where(user => user.Id == retro.ScribeId).Select(user => user.DisplayName).FirstOrDefault(),
                Seats = db.RetroSeats.Count(seat => seat.RetroId == retro.Id),
                Own = db.RetroSeats.Where(seat => seat.RetroId == retro.Id && seat.PersonId == actor.UserId).Select(seat => (bool?)seat.HasAnsweredPulse).FirstOrDefault(),
                Pulse = db.RetroPulses.FirstOrDefault(pulse => pulse.RetroId == retro.Id),
            })
            .SingleOrDefaultAsync(cancel);

        if (head is null)
        {
            return null;
        }

        var retro = head.Retro;
        var incidents = await IncidentsAsync(db, retro, cancel);
        var (cards, past) = await new RetroCards(db, retro, actor, now).ReadAsync(cancel);
        var answers = head.Pulse is { } sums ? sums.Learned + sums.NotLearned : 0;
        var view = new RetroView(
            retro, head.Version, head.Facilitator, head.Scribe,
            incidents.GetValueOrDefault(retro.GoodCatchId ?? Guid.Empty), incidents.GetValueOrDefault(retro.Wheel?.IncidentId ?? Guid.Empty),
            cards, past, [], head.Seats, new OwnPart(actor.UserId, head.Own is not null, head.Own ?? false),
            answers >= RetroPulse.FewestShown ? new PulseSums(head.Pulse!.Learned, head.Pulse.NotLearned, head.Pulse.Changes) : null, answers);

        return view with { Comments = await CommentsAsync(db, view, cancel) };
    }

    private static async Task<IReadOnlyList<RetroCommentRow>> CommentsAsync(PostmortemsDb db, RetroView view, CancellationToken cancel)
    {
        var reached = view.Cards.Where(view.HasReached).Select(card => (Guid?)card.Id).ToList();
        var (retro, person, opened) = (view.Retro.Id, view.Own.Person, view.HasReached(null));

        return await db.RetroComments.AsNoTracking()
            .Where(comment => comment.RetroId == retro && (comment.By == person || (comment.CardId == null ? opened : reached.Contains(comment.CardId))))
            .OrderBy(comment => comment.At).ThenBy(comment => comment.Id).Take(MostComments)
            .Select(comment => new RetroCommentRow(comment.Id, comment.CardId, comment.By, comment.Text, comment.At))
            .ToListAsync(cancel);
    }

    private static Task<Dictionary<Guid, IncidentOnCard>> IncidentsAsync(PostmortemsDb db, Retro retro, CancellationToken cancel)
    {
        Guid[] wanted = [.. new[] { retro.GoodCatchId, retro.Wheel?.IncidentId }.OfType<Guid>()];

        return db.Incidents.AsNoTracking().Where(incident => wanted.Contains(incident.Id) && incident.Deletion == null)
            .Select(incident => new
            {
                incident.Id,
                Shown = new IncidentOnCard(
                    incident.Number, incident.Title, incident.Severity, incident.Summary, incident.ListedAt, incident.Zone,
                    db.Postmortems.Where(postmortem => postmortem.Deletion == null && postmortem.Incidents.Any(about => about.IncidentId == incident.Id)).Select(postmortem => (int?)postmortem.Number).FirstOrDefault()),
            })
            .ToDictionaryAsync(incident => incident.Id, incident => incident.Shown, cancel);
    }
}
