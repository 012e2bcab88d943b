using FsCheck;
using FsCheck.Fluent;

namespace Postmortems.PatternEngine.Tests;

public class PlacesTests
{
    private static readonly string[][] Patterns =
    [
        ["certificate expired", "renewal by hand", "reminder lost", "gateway handshake"],
        ["exclusive lock", "orders table", "migration at noon", "writes queued"],
        ["logs filled", "disk full", "no rotation", "volume of the broker"],
        ["retries without backoff", "storm of calls", "recovering backend", "hammered again"],
        ["on holiday", "only one person knows", "nobody else could", "in her head"],
    ];

    /// <summary>A full recomputation draws its line anew, so that a statement close to it may fall on the other side.</summary>
    [Fact]
    public void One_after_the_other_gives_the_groups_of_all_at_once() =>
        Prop.ForAll(Archives().ToArbitrary(), archive =>
        {
            var places = new Places(archive.Before);

            foreach (var statement in archive.After)
            {
                places.Place(statement);
            }

            var one = Homes(places.Now);
            var other = Homes(Grouping.Of([.. archive.Before, .. archive.After]).Select(group => group.Members.Select(m => m.Id)));

            return archive.Before.Concat(archive.After).Count(s => Same(one, other, s.Id)) >= 0.95 * 120;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(7, 11));

    [Fact]
    public void Recomputed_they_are_the_groups_of_all_at_once_in_whatever_order_they_came() =>
        Prop.ForAll(Archives().ToArbitrary(), archive =>
        {
            var places = new Places(archive.Before);
            archive.After.ToList().ForEach(statement => places.Place(statement));

            places.Recompute();

            return Told(places.Groups) == Told(Grouping.Of([.. archive.Before, .. archive.After]))
                && places.Now.Select(group => string.Join(' ', group)).Order().SequenceEqual(places.Groups.Select(group => string.Join(' ', group.Members.Select(m => m.Id))).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10).WithReplay(7, 11));

    [Fact]
    public void A_new_pattern_begins_with_its_second_statement()
    {
        var places = new Places([.. Enumerable.Range(0, 40).Select(n => Of(n, n % 3, 0))]);

        places.Place(new("x", "A pigeon nested in the duct above the fan")).With.ShouldBeEmpty();
        places.Place(new("y", "Another pigeon had nested in the duct of the fan")).With.ShouldBe(["x"]);
    }

    [Fact]
    public void What_people_decided_holds_for_newcomers()
    {
        Statement[] before = [.. Enumerable.Range(0, 40).Select(n => Of(n, n % 3, 0))];
        var newcomer = Of(99, 0, 1);
        var inhabitants = before.Where((_, n) => n % 3 == 0).Select(s => s.Id).ToArray();

        new Places(before).Place(newcomer).With.ShouldBe(inhabitants, ignoreOrder: true);
        new Places(before, new Decisions([], [(newcomer.Id, inhabitants[4])])).Place(newcomer).With.ShouldNotContain(inhabitants[4]);
        new Places(before, new Decisions([("1", newcomer.Id)], [])).Place(newcomer).With.ShouldContain("1");
    }

    private static string Told(IEnumerable<Group> groups) =>
        string.Join('\n', groups.Select(group => string.Join(' ', group.Members.Select(member => $"{member.Id} {member.Strength:R}"))));

    private static Dictionary<string, HashSet<string>> Homes(IEnumerable<IEnumerable<string>> groups) =>
        groups.Select(ids => ids.ToHashSet()).SelectMany(ids => ids.Select(id => (id, ids))).ToDictionary(home => home.id, home => home.ids);

    private static bool Same(Dictionary<string, HashSet<string>> one, Dictionary<string, HashSet<string>> other, string id)
    {
        HashSet<string> alone = [id];
        var (here, there) = (one.GetValueOrDefault(id, alone), other.GetValueOrDefault(id, alone));

        return here.Intersect(there).Count() >= 0.9 * here.Union(there).Count();
    }

    /// <summary>Archives of clear patterns, each statement with three of the four things that its pattern says.</summary>
    private static Gen<(Statement[] Before, Statement[] After)> Archives() =>
        from leftOut in Gen.Choose(0, 3).ArrayOf(120)
        from asides in Gen.Choose(0, 999).Two().ArrayOf(120)
        from order in Gen.Shuffle(Enumerable.Range(0, 120).ToArray())
        from cut in Gen.Choose(90, 120)
        let all = order.Select(at => Aside(Of(at, at % Patterns.Length, leftOut[at]), asides[at])).ToArray()
        select (all[..cut], all[cut..]);

    private static Statement Aside(Statement statement, (int, int) words) =>
        statement with { Text = $"{statement.Text}, {Coined(words.Item1)} {Coined(words.Item2)}" };

    private static string Coined(int number) => $"q{(char)('a' + (number / 100))}{(char)('a' + (number / 10 % 10))}{(char)('a' + (number % 10))}o";

    private static Statement Of(int number, int pattern, int leftOut) =>
        new($"{number}", string.Join(", ", Patterns[pattern].Where((_, at) => at != leftOut)));
}
