using FsCheck;
using FsCheck.Fluent;

namespace Postmortems.PatternEngine.Tests;

/// <summary>What people decided holds for any statements and any decisions that do not contradict each other.</summary>
public class DecisionsTests
{
    private static readonly string[] Words =
        ["certificate", "expired", "renewed", "disk", "full", "logs", "lock", "table", "migration", "pager", "silent", "retry", "storm"];

    [Fact]
    public void Always_hold() =>
        Prop.ForAll(Sets().ToArbitrary(), set => Holds(set.Statements, set.Decisions)).QuickCheckThrowOnFailure();

    [Fact]
    public void Bring_together_what_shares_no_word()
    {
        Statement[] statements = [new("a", "The disk was full of logs"), new("b", "A pigeon nested in the duct"), new("c", "Rain came in")];

        Grouping.Of(statements, new Decisions([("a", "b")], [])).Single().Members.Select(m => m.Id).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void Part_equal_texts()
    {
        Statement[] statements = [.. Enumerable.Range(0, 6).Select(n => new Statement($"s{n}", "The certificate expired since renewal is by hand"))];

        var groups = Grouping.Of(statements, new Decisions([], [("s0", "s1"), ("s0", "s2")]));

        groups.ShouldAllBe(group => !group.Members.Any(m => m.Id == "s0") || !group.Members.Any(m => m.Id == "s1" || m.Id == "s2"));
    }

    [Fact]
    public void Are_refused_when_they_contradict_each_other() =>
        Should.Throw<ArgumentException>(() => Grouping.Of(
            [new("a", "one"), new("b", "two"), new("c", "three")], new Decisions([("a", "b"), ("b", "c")], [("a", "c")])))
            .Message.ShouldContain("together and apart");

    private static bool Holds(Statement[] statements, Decisions decisions)
    {
        var home = Grouping.Of(statements, decisions).SelectMany((g, at) => g.Members.Select(m => (m.Id, at))).ToDictionary(m => m.Id, m => m.at);

        return decisions.Together.All(pair => home.TryGetValue(pair.One, out var one) && home.TryGetValue(pair.Other, out var other) && one == other)
            && decisions.Apart.All(pair => !home.TryGetValue(pair.One, out var one) || !home.TryGetValue(pair.Other, out var other) || one != other);
    }

    /// <summary>Statements fall into three camps: together only within a camp, apart only between them, so nothing contradicts.</summary>
    private static Gen<(Statement[] Statements, Decisions Decisions)> Sets() =>
        from texts in Gen.Elements(Words).ArrayOf(5).ArrayOf(24)
        from pairs in Gen.Choose(0, 23).Two().ArrayOf(12)
        let all = pairs.Where(pair => pair.Item1 != pair.Item2).Select(pair => (One: $"{pair.Item1}", Other: $"{pair.Item2}", Same: pair.Item1 % 3 == pair.Item2 % 3)).ToArray()
        select (
            texts.Select((words, at) => new Statement($"{at}", string.Join(' ', words))).ToArray(),
            new Decisions([.. all.Where(p => p.Same).Select(p => (p.One, p.Other))], [.. all.Where(p => !p.Same).Select(p => (p.One, p.Other))]));
}
