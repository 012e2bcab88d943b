using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;

namespace Postmortems.Domain.Patterns;

/// <summary>One pattern with its members, newest first, and why each belongs.</summary>
public sealed class ReadPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public const int MostMembers = 200;

    /// <returns>Null when there is no such pattern.</returns>
    public async Task<PatternPageView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.PatternsOf(actor)
            .Where(p => p.Number == number)
            .Select(p => new PatternFacts(p.Id, EF.Property<uint>(p, "Version"), p.Number, p.Name, p.IsNamedByPeople, p.SharedTerms, p.OwnerTeam, p.PostmortemCount, p.Automation))
            .SingleOrDefaultAsync(cancel);

        if (pattern is null)
        {
            return null;
        }

        var members = await MembersOf(db, pattern.Id).ToListAsync(cancel);
        var promises = await OpenPromises.OfAsync(db, [pattern.Id], cancel);

        var kept = pattern.Automation?.ShippedAt is { } shipped ? await KeptPromises.SinceAsync(db, pattern.Id, shipped, cancel) : [];

        return new PatternPageView(pattern, members, [.. promises[pattern.Id]], kept, await HistoryOfAsync(db, pattern, cancel));
    }

    private async Task<PatternHistory> HistoryOfAsync(PostmortemsDb db, PatternFacts pattern, CancellationToken cancel)
    {
        var occurrences = await Occurrences.OfAsync(db, [pattern.Id], cancel);
        return PatternHistory.Of(occurrences[pattern.Id], await Occurrences.OldestIncidentAsync(db, cancel), pattern.Automation, clock.GetUtcNow());
    }

    private static IQueryable<PatternMemberRow> MembersOf(PostmortemsDb db, Guid pattern) =>
        (from member in db.PatternMembers
         where member.PatternId == pattern
         join cause in db.Causes on member.CauseId equals cause.Id
         join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
         orderby member.SeenAt descending, member.CauseId
         select new PatternMemberRow(
             cause.Id,
             cause.Statement,
             cause.Role,
             cause.Leaf,
             db.Services.Where(service => service.Id == cause.ServiceId).Select(service => service.Name).FirstOrDefault(),
             postmortem.Number,
             postmortem.Title,
             member.SeenAt,
             member.Strength,
             member.SharedTerms)).Take(MostMembers);
}

/// <param name="Kept">What else was done about it after its automation shipped.</param>
public sealed record PatternPageView(
    PatternFacts Pattern, IReadOnlyList<PatternMemberRow> Members, IReadOnlyList<OpenPromise> Promises, IReadOnlyList<KeptPromise> Kept, PatternHistory History);

/// <param name="Version">Row version; an edit says which one it began from.</param>
public sealed record PatternFacts(
    Guid Id, uint Version, int Number, string Name, bool IsNamedByPeople, List<string> SharedTerms, string OwnerTeam, int Postmortems, Automation? Automation);

/// <param name="SeenAt">When its incident happened, or was listed where nobody knows.</param>
/// <param name="Strength">0 to 1; one half means that chance or another pattern was as close.</param>
public sealed record PatternMemberRow(
    Guid CauseId,
    string Statement,
    CauseRole Role,
    string? Leaf,
    string? Service,
    int Postmortem,
    string PostmortemTitle,
    DateTimeOffset SeenAt,
    double Strength,
    List<string> SharedTerms);
