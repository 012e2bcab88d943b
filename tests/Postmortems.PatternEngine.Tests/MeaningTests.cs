namespace Postmortems.PatternEngine.Tests;

/// <summary>Meanings from outside, here of four topics that no two statements share a word about.</summary>
public class MeaningTests
{
    private const int Numbers = 48;
    private const int Topics = 4;

    [Fact]
    public void Brings_together_what_shares_no_word()
    {
        var statements = Statements(meant: true);

        var found = new SimilarityIndex(statements).Find(statements[0], 5);

        found.ShouldAllBe(similar => TopicOf(similar.Id) == 0);
        found[0].ByMeaning.ShouldBe(1, 0.001);
        Grouping.Of(statements).SelectMany(group => group.Members).ShouldAllBe(member => member.ByMeaning > 0.5);
        Grouping.Of(statements).ShouldAllBe(group => group.Members.Select(member => TopicOf(member.Id)).Distinct().Count() == 1);
        Grouping.Of(statements).Sum(group => group.Members.Count).ShouldBeGreaterThan(statements.Length / 2);
    }

    [Fact]
    public void Nothing_is_missing_without_it()
    {
        var statements = Statements(meant: false);

        Grouping.Of(statements).ShouldBeEmpty();
        new SimilarityIndex(statements).Find(statements[0], 5).ShouldBeEmpty();
    }

    [Fact]
    public void Who_has_none_is_compared_by_words()
    {
        Statement[] some = [.. Statements(meant: true), new("x1", "The wildcard certificate expired"), new("x2", "An expired certificate on the wildcard host")];

        new SimilarityIndex(some).Find(some[^1], 3)[0].Id.ShouldBe("x1");
        Grouping.Of(some).ShouldContain(group => group.Members.Select(member => member.Id).Order().SequenceEqual(new[] { "x1", "x2" }));
    }

    [Fact]
    public void Another_length_than_most_have_is_passed_over()
    {
        var statements = Statements(meant: true);
        statements[0] = statements[0] with { Meaning = new float[] { 1, 2, 3 } };

        new SimilarityIndex(statements).Find(statements[0], 5).ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_that_mean_nothing_make_no_groups()
    {
        var random = new Random(4);
        var noise = Statements(meant: false).Select(s => s with { Meaning = Enumerable.Range(0, Numbers).Select(_ => random.NextSingle()).ToArray() }).ToArray();

        Grouping.Of(noise).Sum(group => group.Members.Count).ShouldBeLessThan(noise.Length / 5);
        Grouping.Of([.. noise.Select(s => s with { Meaning = new float[Numbers] })]).ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_statements_does_not_matter()
    {
        var statements = Statements(meant: true);

        Told(Grouping.Of([.. statements.Reverse()])).ShouldBe(Told(Grouping.Of(statements)));
    }

    private static int TopicOf(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) % Topics;

    private static Statement[] Statements(bool meant)
    {
        var random = new Random(11);
        var topics = Enumerable.Range(0, Topics).Select(_ => Enumerable.Range(0, Numbers).Select(_ => (random.NextSingle() * 2) - 1).ToArray()).ToArray();

        return
        [
            .. Enumerable.Range(0, 80).Select(n => new Statement($"s{n}", $"b{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}zq v{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}xu")
            {
                // A corner that all share, as models have it, then the topic, then what is its own.
                Meaning = meant ? topics[n % Topics].Select(number => 3 + number + (random.NextSingle() * 0.6f)).ToArray() : default(ReadOnlyMemory<float>),
            }),
        ];
    }

    private static string Told(IEnumerable<Group> groups) => string.Join('\n', groups.Select(g => string.Join(' ', g.Members.Select(m => $"{m.Id} {m.Strength:F9}"))));
}
