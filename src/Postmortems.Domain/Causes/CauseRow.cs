using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Causes;

/// <summary>A cause as lists show it.</summary>
public sealed record CauseRow(
    Guid Id,
    string Statement,
    string Detail,
    string? Leaf,
    CauseRole Role,
    Confidence Confidence,
    string? Service,
    IReadOnlyList<EvidenceRow> Evidence,
    PatternLink? Pattern,
    Deletion? Deletion);

public sealed record EvidenceRow(Guid EntryId, string Text, TimePoint? When, string Zone);

public sealed record PatternLink(int Number, string Name);

internal static class CauseRows
{
    /// <summary>In the writers' order, the deleted ones too.</summary>
    public static Task<List<CauseRow>> CausesOfAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel) =>
        db.Causes
            .AsNoTracking()
            .Where(c => c.PostmortemId == postmortem)
            .OrderBy(c => c.Order).ThenBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Select(c => new CauseRow(
                c.Id,
                c.Statement,
                c.Detail,
                c.Leaf,
                c.Role,
                c.Confidence,
                db.Services.Where(s => s.Id == c.ServiceId).Select(s => s.Name).FirstOrDefault(),
                (from shown in c.Evidence
                 join entry in db.TimelineEntries on shown.TimelineEntryId equals entry.Id
                 where entry.Deletion == null
                 orderby entry.Order
                 select new EvidenceRow(entry.Id, entry.Text, entry.When, entry.Zone)).ToList(),
                (from member in db.PatternMembers
                 join pattern in db.Patterns on member.PatternId equals pattern.Id
                 where member.CauseId == c.Id && pattern.FadedAt == null
                 select new PatternLink(pattern.Number, pattern.Name)).FirstOrDefault(),
                c.Deletion))
            .ToListAsync(cancel);
}
