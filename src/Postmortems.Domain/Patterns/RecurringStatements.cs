using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Timeline;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads what can recur: every cause but those that helped, and every fix step by hand that did.</summary>
internal static class RecurringStatements
{
    /// <param name="only">Only those among these; all where null.</param>
    public static async Task<Dictionary<Guid, RecurringStatement>> ReadAsync(PostmortemsDb db, bool ofFixes, CancellationToken cancel, IReadOnlyCollection<Guid>? only = null)
    {
        var statements = ofFixes
            ? FixSteps(db, only is null ? db.TimelineEntries : db.TimelineEntries.Where(entry => only.Contains(entry.Id)))
            : Causes(db, only is null ? db.Causes : db.Causes.Where(cause => only.Contains(cause.Id)));

        var nameless = await Nameless.ReadAsync(db, cancel);
        return (await statements.ToListAsync(cancel)).ToDictionary(statement => statement.Id, statement => statement with { Text = nameless.In(statement.Text) });
    }

    private static IQueryable<RecurringStatement> Causes(PostmortemsDb db, IQueryable<Cause> among) =>
        from cause in among
        join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
        where cause.Deletion == null && postmortem.Deletion == null && cause.Role != CauseRole.LimitedImpact
        select new RecurringStatement(
            cause.Id,
            postmortem.Id,
            cause.Statement,
            cause.Leaf,
            db.Services.Where(service => service.Id == cause.ServiceId).Select(service => service.Name).FirstOrDefault(),
            db.Incidents.Where(incident => postmortem.Incidents.Any(about => about.IncidentId == incident.Id)).Min(incident => (DateTimeOffset?)incident.ListedAt) ?? postmortem.CreatedAt,
            StatementKind.Cause);

    private static IQueryable<RecurringStatement> FixSteps(PostmortemsDb db, IQueryable<TimelineEntry> among) =>
        from entry in among
        join incident in db.Incidents on entry.IncidentId equals incident.Id
        where entry.Deletion == null && incident.Deletion == null && entry.Fix != null && entry.Fix.Actor == FixActor.Person
            && (entry.Fix.Effect == FixEffect.Partial || entry.Fix.Effect == FixEffect.StoppedImpact)
        select new RecurringStatement(entry.Id, incident.Id, entry.Text, entry.Fix!.Kind, null, incident.ListedAt, StatementKind.Fix);
}

/// <param name="Text">Without the names of people.</param>
/// <param name="ToldIn">The postmortem of a cause, the incident of a fix step.</param>
/// <param name="Leaf">The kind of cause, or of fix.</param>
/// <param name="Service">Of causes, where somebody said so.</param>
internal sealed record RecurringStatement(Guid Id, Guid ToldIn, string Text, string? Leaf, string? Service, DateTimeOffset SeenAt, StatementKind Kind)
{
    /// <summary>From outside, where the team set that up.</summary>
    public ReadOnlyMemory<float> Meaning { get; init; }

    /// <summary>The kind that its writer chose, in words.</summary>
    public string? KindWords => Leaf is null ? null : (Kind is StatementKind.Fix ? FixKind.All.FirstOrDefault(kind => kind.Code == Leaf)?.Label : Taxonomy.Find(Leaf)?.Label) ?? Leaf;

    public Statement ToStatement() => new(Id.ToString("N"), Text, Service, Leaf, Kind: Kind) { Meaning = Meaning };
}

/// <summary>A group as the engine found it, or some of its members, with the statements behind the ids. The strongest comes first.</summary>
internal sealed record GroupOfStatements(
    string Name, IReadOnlyList<string> SharedTerms, IReadOnlyList<string> Concepts, IReadOnlyList<(RecurringStatement Statement, Member Member)> Members)
{
    public GroupOfStatements(Group group, IReadOnlyDictionary<Guid, RecurringStatement> statements)
        : this(group.Name, group.SharedTerms, group.Concepts, [.. group.Members.Select(member => (statements[Guid.ParseExact(member.Id, "N")], member))])
    {
    }

    /// <summary>In how many postmortems, or incidents. Said twice in one is not yet recurring.</summary>
    public int Told => Members.Select(member => member.Statement.ToldIn).Distinct().Count();

    public GroupOfStatements Only(Func<RecurringStatement, bool> wanted) => this with { Members = [.. Members.Where(member => wanted(member.Statement))] };
}
