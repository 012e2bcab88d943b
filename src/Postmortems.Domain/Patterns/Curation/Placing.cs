using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Where a statement belongs now. Without a member it stands there because people put it there, alone.</summary>
internal sealed record StatementPlace(Pattern Pattern, RecurringStatement Statement, Member? Member);

/// <summary>What the engine would have people do, in raw form.</summary>
internal sealed record Proposal(SuggestionKind Kind, Pattern Pattern, Pattern? Other, GroupOfStatements Group, IReadOnlyList<RecurringStatement> Members, RecurringStatement First, RecurringStatement Second);

/// <summary>
/// Deals the groups of the engine out to patterns. What people said about a statement holds. Confirmed patterns neither gain nor lose a statement:
/// what would change them becomes a proposal.
/// </summary>
internal sealed class Placing(
    IReadOnlyDictionary<Guid, RecurringStatement> statements, IReadOnlyDictionary<Guid, Pattern> patterns, IReadOnlyDictionary<Guid, Guid> before, Rulings rulings, int fewest, Func<Pattern> found)
{
    /// <summary>A group is about a pattern when it shares this part of the smaller of the two.</summary>
    private const double SamePattern = 0.5;

    private readonly ILookup<Guid, RecurringStatement> held = rulings.Held
        .Where(ruling => statements.ContainsKey(ruling.Statement))
        .ToLookup(ruling => ruling.Pattern, ruling => statements[ruling.Statement]);

    private readonly Dictionary<Guid, List<GroupOfStatements>> parts = [];

    public Dictionary<Guid, StatementPlace> Places { get; } = [];

    public List<Proposal> Proposals { get; } = [];

    public void Deal(IReadOnlyList<GroupOfStatements> groups)
    {
        var rest = groups.Select(Curated).ToList();
        PutHeld();
        Propose([.. rest.Where(group => group.Members.Count > 0)]);
        ProposeSplits();
    }

    /// <summary>Compares a group with the confirmed patterns that it touches.</summary>
    /// <returns>What is left of it for the engine to place.</returns>
    private GroupOfStatements Curated(GroupOfStatements group)
    {
        var touched = group.Members
            .Select(member => ConfirmedOf(member.Statement.Id))
            .OfType<Pattern>()
            .CountBy(pattern => pattern)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Number)
            .ToList();

        foreach (var (pattern, _) in touched)
        {
            parts.TryAdd(pattern.Id, []);
            parts[pattern.Id].Add(group.Only(statement => ConfirmedOf(statement.Id) == pattern));
        }

        var same = touched.Where(count => count.Value >= SamePattern * Math.Min(group.Members.Count, held[count.Key.Id].Count())).Select(count => count.Key).ToList();
        var free = group.Only(statement => rulings.PatternOf(statement.Id) is not { } pattern || patterns[pattern].Confirmation is null);

        if (same.Count == 0)
        {
            return free;
        }

        ProposeMerge(group, [.. same.Where(pattern => parts[pattern.Id][^1].Members.Count >= 2)]);
        var joining = free.Only(statement => !rulings.IsApart(statement.Id, same[0].Id) && rulings.PatternOf(statement.Id) is null);

        if (joining.Members.Count > 0)
        {
            Proposals.Add(new Proposal(
                SuggestionKind.Extend, same[0], null, group, [.. joining.Members.Select(member => member.Statement)],
                joining.Members[0].Statement, parts[same[0].Id][^1].Members[0].Statement));
        }

        return free.Only(statement => joining.Members.All(member => member.Statement != statement));
    }

    private void ProposeMerge(GroupOfStatements group, List<Pattern> same)
    {
        if (same.Count >= 2)
        {
            Pattern[] pair = [.. same.Take(2).OrderBy(pattern => pattern.Number)];
            var (older, younger) = (parts[pair[0].Id][^1].Members, parts[pair[1].Id][^1].Members);
            Proposals.Add(new Proposal(SuggestionKind.Merge, pair[0], pair[1], group, [.. younger.Select(member => member.Statement)], older[0].Statement, younger[0].Statement));
        }
    }

    private void PutHeld()
    {
        foreach (var pattern in held)
        {
            foreach (var statement in pattern.Where(_ => patterns[pattern.Key].MergedIntoId is null))
            {
                var member = parts.GetValueOrDefault(pattern.Key)?.SelectMany(part => part.Members).FirstOrDefault(member => member.Statement == statement).Member;
                Places[statement.Id] = new StatementPlace(patterns[pattern.Key], statement, member);
            }
        }
    }

    private void Propose(IReadOnlyList<GroupOfStatements> groups)
    {
        var engines = before.Where(place => patterns[place.Value] is { Confirmation: null, MergedIntoId: null }).ToDictionary();

        foreach (var (group, known) in Identity.Of(groups, engines))
        {
            var pattern = known is { } id ? patterns[id] : null;
            var members = group.Only(statement => pattern is null || !rulings.IsApart(statement.Id, pattern.Id)).Only(statement => !Places.ContainsKey(statement.Id));
            var told = members.Members.Select(member => member.Statement).Concat(pattern is null ? [] : held[pattern.Id]).Select(statement => statement.ToldIn).Distinct();

            if (told.Count() < fewest && pattern?.PinnedAt is null)
            {
                continue;
            }

            pattern ??= found();
            pattern.Share(group.Name, group.SharedTerms, group.Concepts);

            foreach (var (statement, member) in members.Members)
            {
                Places[statement.Id] = new StatementPlace(pattern, statement, member);
            }

            if (members.Members.Count > 0)
            {
                var second = members.Members.FirstOrDefault(member => member.Statement.ToldIn != members.Members[0].Statement.ToldIn, members.Members[^1]);
                Proposals.Add(new Proposal(SuggestionKind.NewPattern, pattern, null, members, [.. members.Members.Select(member => member.Statement)], members.Members[0].Statement, second.Statement));
            }
        }
    }

    private void ProposeSplits()
    {
        foreach (var (id, seen) in parts)
        {
            GroupOfStatements[] apart = [.. seen.Where(part => part.Told >= fewest).OrderByDescending(part => part.Members.Count)];

            if (apart.Length >= 2)
            {
                Proposals.Add(new Proposal(
                    SuggestionKind.Split, patterns[id], null, apart[1], [.. apart[1].Members.Select(member => member.Statement)],
                    apart[0].Members[0].Statement, apart[1].Members[0].Statement));
            }
        }
    }

    private Pattern? ConfirmedOf(Guid statement) =>
        rulings.PatternOf(statement) is { } id && patterns[id] is { Confirmation: not null, MergedIntoId: null } pattern ? pattern : null;
}
