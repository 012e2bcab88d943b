using Postmortems.PatternEngine.Groups;

namespace Postmortems.PatternEngine.Tests;

public class LargeSetTests
{
    private const int Patterns = 60;

    private static readonly Statement[] Statements = Many(LargeSet.Begins + 1_000);

    [Fact]
    public void Is_grouped_by_what_recurs_in_it()
    {
        var groups = Grouping.Of(Statements).Where(group => group.Members.Count > 20).ToArray();

        groups.Length.ShouldBe(Patterns);
        groups.ShouldAllBe(group => group.Members.Select(member => PatternOf(member.Id)).Distinct().Count() == 1);
        groups.Sum(group => group.Members.Count).ShouldBeGreaterThan(4_500);
    }

    [Fact]
    public void Gives_the_same_groups_in_any_order() => Told(Grouping.Of([.. Statements.Reverse()])).ShouldBe(Told(Grouping.Of(Statements)));

    [Fact]
    public void Keeps_equal_texts_together()
    {
        var twice = Grouping.Of([.. Statements, .. Statements.Take(40).Select(s => s with { Id = s.Id + "-again" })]);
        var home = twice.SelectMany((group, at) => group.Members.Select(member => (member.Id, at))).ToDictionary(m => m.Id, m => m.at);

        home.Keys.ShouldContain(id => id.EndsWith("-again"));
        Statements.Take(40).ShouldAllBe(s => home.GetValueOrDefault(s.Id, -1) == home.GetValueOrDefault(s.Id + "-again", -1));
    }

    /// <summary>Each pattern has six words of its own, of which a statement says four, beside six that anybody may say.</summary>
    private static Statement[] Many(int count)
    {
        var random = new Random(5);

        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var own = Enumerable.Range(0, 6).Select(word => $"{Letters(number % Patterns)}x{(char)('a' + word)}o").ToArray();
            random.Shuffle(own);

            return new Statement($"{number % Patterns}-{number}", string.Join(' ', own.Take(4).Concat(Enumerable.Range(0, 6).Select(_ => $"q{Letters(random.Next(600))}"))));
        })];
    }

    private static string Letters(int number) => $"{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}";

    private static string PatternOf(string id) => id[..id.IndexOf('-', StringComparison.Ordinal)];

    private static IEnumerable<string> Told(IEnumerable<Group> groups) =>
        groups.Select(group => string.Join(' ', group.Members.Select(member => $"{member.Id} {member.Strength:R}")));
}
