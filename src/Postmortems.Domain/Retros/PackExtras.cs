using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Retros;

/// <summary>What nobody would put on the agenda by themselves: what went well, an incident drawn by chance, how good the data is.</summary>
internal sealed class PackExtras(PostmortemsDb db, Retro retro, DateTimeOffset now)
{
    /// <returns>The newest near miss of the window, else one that was seen before it hurt; null when there was none.</returns>
    public Task<Guid?> GoodCatchAsync(CancellationToken cancel) =>
        InWindow()
            .Where(incident => incident.Severity == Severity.NearMiss || (incident.Detected != null && incident.Impact != null && incident.Detected.At < incident.Impact.At))
            .OrderBy(incident => incident.Severity == Severity.NearMiss ? 0 : 1).ThenByDescending(incident => incident.ListedAt)
            .Select(incident => (Guid?)incident.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Anybody can draw it again: the place is the hash of the retro's name modulo how many there are.</summary>
    public async Task<WheelDraw?> DrawAsync(CancellationToken cancel)
    {
        var quiet = db.Incidents.Where(incident => incident.Deletion == null
            && (incident.ListedAt <= retro.WindowFrom || incident.Severity == Severity.Sev3 || incident.Severity == Severity.Sev4)
            && db.Set<PostmortemIncident>().Any(about => about.IncidentId == incident.Id));
        var count = await quiet.CountAsync(cancel);

        if (count == 0)
        {
            return null;
        }

        var place = PlaceOf(retro.Number, count);
        var drawn = await quiet.OrderBy(incident => incident.Number).Skip(place - 1).Select(incident => incident.Id).FirstAsync(cancel);
        return new WheelDraw(drawn, place, count);
    }

    /// <returns>From 1: the first 8 hexadecimal digits of SHA-256 of "RETRO-3", modulo the count, plus one.</returns>
    internal static int PlaceOf(int number, int count) =>
        1 + (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes($"RETRO-{number}"))) % (uint)count);

    public async Task<DataQuality> QualityAsync(CancellationToken cancel)
    {
        var postmortems = db.Postmortems.Where(postmortem => postmortem.Deletion == null && postmortem.Incidents.Any(about => InWindow().Any(incident => incident.Id == about.IncidentId)));
        var causes = db.Causes.Where(cause => cause.Deletion == null && postmortems.Any(postmortem => postmortem.Id == cause.PostmortemId));

        return await db.Retros.Where(r => r.Id == retro.Id).Select(_ => new DataQuality(
            postmortems.Count(),
            postmortems.Count(postmortem => postmortem.Publication == null),
            causes.Count(),
            causes.Count(cause => cause.Leaf == null),
            InWindow().Count(),
            InWindow().Count(incident => incident.Severity == Severity.Unknown || (incident.Impact == null && incident.Detected == null)))).SingleAsync(cancel);
    }

    private IQueryable<Incident> InWindow()
    {
        var (from, until) = (retro.WindowFrom, now);
        return db.Incidents.Where(incident => incident.Deletion == null && incident.ListedAt > from && incident.ListedAt <= until);
    }
}
