namespace Postmortems.Domain.Patterns;

/// <summary>Says which pattern a group is: the one that most of its members stood in, each pattern given once.</summary>
internal static class Identity
{
    /// <param name="before">Where statements stood, by their ids; only patterns that a group may become.</param>
    /// <returns>Every group once, with the id of its pattern, or null where it is a new one.</returns>
    public static IEnumerable<(GroupOfStatements Group, Guid? Pattern)> Of(IReadOnlyList<GroupOfStatements> groups, IReadOnlyDictionary<Guid, Guid> before)
    {
        var claims =
            from place in Enumerable.Range(0, groups.Count)
            from member in groups[place].Members
            where before.ContainsKey(member.Statement.Id)
            group place by (Place: place, Pattern: before[member.Statement.Id]) into shared
            orderby shared.Count() descending, shared.Key.Pattern, shared.Key.Place
            select shared.Key;

        var given = new Dictionary<int, Guid>();
        var taken = new HashSet<Guid>();

        foreach (var (place, pattern) in claims)
        {
            if (!given.ContainsKey(place) && taken.Add(pattern))
            {
                given[place] = pattern;
            }
        }

        return groups.Select((group, place) => (group, given.TryGetValue(place, out var pattern) ? pattern : (Guid?)null));
    }
}
