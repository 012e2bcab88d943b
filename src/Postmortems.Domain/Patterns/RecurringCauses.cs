using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Causes;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads what can recur: every cause but those that helped.</summary>
internal static class RecurringCauses
{
    public static async Task<Dictionary<string, RecurringCause>> ReadAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var causes =
            from cause in db.Causes
            join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
            where cause.Deletion == null && postmortem.Deletion == null && cause.Role != CauseRole.LimitedImpact
            select new RecurringCause(
                cause.Id,
                postmortem.Id,
                cause.Statement,
                cause.Leaf,
                db.Services.Where(service => service.Id == cause.ServiceId).Select(service => service.Name).FirstOrDefault(),
                db.Incidents.Where(incident => postmortem.Incidents.Any(about => about.IncidentId == incident.Id)).Min(incident => (DateTimeOffset?)incident.ListedAt) ?? postmortem.CreatedAt);

        return await causes.ToDictionaryAsync(cause => cause.Id.ToString("N"), cancel);
    }
}

internal sealed record RecurringCause(Guid Id, Guid PostmortemId, string Text, string? Leaf, string? Service, DateTimeOffset SeenAt)
{
    /// <summary>From outside, where the team set that up.</summary>
    public ReadOnlyMemory<float> Meaning { get; init; }

    public Statement ToStatement() => new(Id.ToString("N"), Text, Service, Leaf, Kind: StatementKind.Cause) { Meaning = Meaning };
}

/// <summary>A group as the engine found it, or some of its members, with the causes behind the ids. The strongest comes first.</summary>
internal sealed record GroupOfCauses(string Name, IReadOnlyList<string> SharedTerms, IReadOnlyList<string> Concepts, IReadOnlyList<(RecurringCause Cause, Member Member)> Members)
{
    public GroupOfCauses(Group group, Dictionary<string, RecurringCause> causes)
        : this(group.Name, group.SharedTerms, group.Concepts, [.. group.Members.Select(member => (causes[member.Id], member))])
    {
    }

    /// <summary>Said twice in one postmortem is not yet recurring.</summary>
    public int Postmortems => Members.Select(member => member.Cause.PostmortemId).Distinct().Count();

    public GroupOfCauses Only(Func<RecurringCause, bool> wanted) => this with { Members = [.. Members.Where(member => wanted(member.Cause))] };
}
