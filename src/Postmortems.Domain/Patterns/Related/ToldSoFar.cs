using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Related;

/// <summary>What an incident says so far.</summary>
internal sealed record ToldSoFar(Guid Id, IReadOnlyList<Guid> Postmortems, string Text)
{
    private const int LongestText = 4000;
    private const int MostEntries = 40;

    /// <returns>Null when there is no such incident.</returns>
    public static async Task<ToldSoFar?> ReadAsync(PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);

        // One command: everything that EF would fetch in a command of its own for each list.
        var told = (await db.Database.SqlQuery<Told>(
            $"""
            SELECT i.id, i.title::text AS title, i.summary,
                ARRAY(SELECT a.postmortem_id FROM postmortem_incident a WHERE a.incident_id = i.id) AS postmortems,
                ARRAY(
                    SELECT c.statement FROM postmortem_incident a JOIN causes c ON c.postmortem_id = a.postmortem_id
                    WHERE a.incident_id = i.id AND c.deletion_at IS NULL ORDER BY c."order", c.id) AS causes,
                ARRAY(
                    SELECT e.text FROM timeline_entries e
                    WHERE e.incident_id = i.id AND e.deletion_at IS NULL ORDER BY e."order" LIMIT {MostEntries}) AS entries
            FROM incidents i
            WHERE i.number = {number} AND i.deletion_at IS NULL
            """).ToListAsync(cancel)).SingleOrDefault();

        return told is null ? null : new ToldSoFar(told.Id, told.Postmortems, Shortened.To(string.Join(". ", [told.Title, told.Summary, .. told.Causes, .. told.Entries]), LongestText));
    }

    private sealed record Told(Guid Id, string Title, string Summary, List<Guid> Postmortems, List<string> Causes, List<string> Entries);
}
