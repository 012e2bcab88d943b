using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Where a cause belongs now. Without a member it stands there because people put it there, alone.</summary>
internal sealed record CausePlace(Pattern Pattern, RecurringCause Cause, Member? Member);

/// <summary>What the engine would have people do, in raw form.</summary>
internal sealed record Proposal(SuggestionKind Kind, Pattern Pattern, Pattern? Other, GroupOfCauses Group, IReadOnlyList<RecurringCause> Causes, RecurringCause First, RecurringCause Second);

/// <summary>
/// Deals the groups of the engine out to patterns. What people said about a cause holds. Confirmed patterns neither gain nor lose a cause:
/// what would change them becomes a proposal.
/// </summary>
internal sealed class Placing(
    IReadOnlyDictionary<Guid, RecurringCause> causes, IReadOnlyDictionary<Guid, Pattern> patterns, IReadOnlyDictionary<Guid, Guid> before, Rulings rulings, Func<Pattern> found)
{
    /// <summary>A group is about a pattern when it shares this part of the smaller of the two.</summary>
    private const double SamePattern = 0.5;

    private readonly ILookup<Guid, RecurringCause> held = rulings.Held
        .Where(ruling => causes.ContainsKey(ruling.Cause))
        .ToLookup(ruling => ruling.Pattern, ruling => causes[ruling.Cause]);

    private readonly Dictionary<Guid, List<GroupOfCauses>> parts = [];

    public Dictionary<Guid, CausePlace> Places { get; } = [];

    public List<Proposal> Proposals { get; } = [];

    public void Deal(IReadOnlyList<GroupOfCauses> groups)
    {
        var rest = groups.Select(Curated).ToList();
        PutHeld();
        Propose([.. rest.Where(group => group.Members.Count > 0)]);
        ProposeSplits();
    }

    /// <summary>Compares a group with the confirmed patterns that it touches.</summary>
    /// <returns>What is left of it for the engine to place.</returns>
    private GroupOfCauses Curated(GroupOfCauses group)
    {
        var touched = group.Members
            .Select(member => ConfirmedOf(member.Cause.Id))
            .OfType<Pattern>()
            .CountBy(pattern => pattern)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Number)
            .ToList();

        foreach (var (pattern, _) in touched)
        {
            parts.TryAdd(pattern.Id, []);
            parts[pattern.Id].Add(group.Only(cause => ConfirmedOf(cause.Id) == pattern));
        }

        var same = touched.Where(count => count.Value >= SamePattern * Math.Min(group.Members.Count, held[count.Key.Id].Count())).Select(count => count.Key).ToList();
        var free = group.Only(cause => rulings.PatternOf(cause.Id) is not { } pattern || patterns[pattern].Confirmation is null);

        if (same.Count == 0)
        {
            return free;
        }

        ProposeMerge(group, [.. same.Where(pattern => parts[pattern.Id][^1].Members.Count >= 2)]);
        var joining = free.Only(cause => !rulings.IsApart(cause.Id, same[0].Id) && rulings.PatternOf(cause.Id) is null);

        if (joining.Members.Count > 0)
        {
            Proposals.Add(new Proposal(
                SuggestionKind.Extend, same[0], null, group, [.. joining.Members.Select(member => member.Cause)],
                joining.Members[0].Cause, parts[same[0].Id][^1].Members[0].Cause));
        }

        return free.Only(cause => joining.Members.All(member => member.Cause != cause));
    }

    private void ProposeMerge(GroupOfCauses group, List<Pattern> same)
    {
        if (same.Count >= 2)
        {
            Pattern[] pair = [.. same.Take(2).OrderBy(pattern => pattern.Number)];
            var (older, younger) = (parts[pair[0].Id][^1].Members, parts[pair[1].Id][^1].Members);
            Proposals.Add(new Proposal(SuggestionKind.Merge, pair[0], pair[1], group, [.. younger.Select(member => member.Cause)], older[0].Cause, younger[0].Cause));
        }
    }

    private void PutHeld()
    {
        foreach (var pattern in held)
        {
            foreach (var cause in pattern.Where(_ => patterns[pattern.Key].MergedIntoId is null))
            {
                var member = parts.GetValueOrDefault(pattern.Key)?.SelectMany(part => part.Members).FirstOrDefault(member => member.Cause == cause).Member;
                Places[cause.Id] = new CausePlace(patterns[pattern.Key], cause, member);
            }
        }
    }

    private void Propose(IReadOnlyList<GroupOfCauses> groups)
    {
        var engines = before.Where(place => patterns[place.Value] is { Confirmation: null, MergedIntoId: null }).ToDictionary();

        foreach (var (group, known) in Identity.Of(groups, engines))
        {
            var pattern = known is { } id ? patterns[id] : null;
            var members = group.Only(cause => pattern is null || !rulings.IsApart(cause.Id, pattern.Id)).Only(cause => !Places.ContainsKey(cause.Id));
            var postmortems = members.Members.Select(member => member.Cause).Concat(pattern is null ? [] : held[pattern.Id]).Select(cause => cause.PostmortemId).Distinct();

            if (postmortems.Count() < 2 && pattern?.PinnedAt is null)
            {
                continue;
            }

            pattern ??= found();
            pattern.Share(group.Name, group.SharedTerms, group.Concepts);

            foreach (var (cause, member) in members.Members)
            {
                Places[cause.Id] = new CausePlace(pattern, cause, member);
            }

            if (members.Members.Count > 0)
            {
                var second = members.Members.FirstOrDefault(member => member.Cause.PostmortemId != members.Members[0].Cause.PostmortemId, members.Members[^1]);
                Proposals.Add(new Proposal(SuggestionKind.NewPattern, pattern, null, members, [.. members.Members.Select(member => member.Cause)], members.Members[0].Cause, second.Cause));
            }
        }
    }

    private void ProposeSplits()
    {
        foreach (var (id, seen) in parts)
        {
            GroupOfCauses[] apart = [.. seen.Where(part => part.Postmortems >= 2).OrderByDescending(part => part.Members.Count)];

            if (apart.Length >= 2)
            {
                Proposals.Add(new Proposal(
                    SuggestionKind.Split, patterns[id], null, apart[1], [.. apart[1].Members.Select(member => member.Cause)],
                    apart[0].Members[0].Cause, apart[1].Members[0].Cause));
            }
        }
    }

    private Pattern? ConfirmedOf(Guid cause) =>
        rulings.PatternOf(cause) is { } id && patterns[id] is { Confirmation: not null, MergedIntoId: null } pattern ? pattern : null;
}
