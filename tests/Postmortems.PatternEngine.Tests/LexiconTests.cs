using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Tests;

public class LexiconTests
{
    [Theory]
    [InlineData("cert", "certificate")]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("the pod was OOMKilled", "out of memory")]
    [InlineData("rolled back", "revert")]
    [InlineData("no space left on device", "disk filled up")]
    [InlineData("timed out", "timeouts")]
    [InlineData("we ran out of connections", "connections exhausted")]
    public void Lets_two_ways_of_saying_one_thing_meet(string one, string other) =>
        Meanings(one).Intersect(Meanings(other)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("staging", "production")]
    [InlineData("increased the limit", "lowered the pool")]
    [InlineData("backup", "revert")]
    public void Keeps_apart_what_differs(string one, string other) =>
        Meanings(one).Intersect(Meanings(other)).ShouldBeEmpty();

    [Fact]
    public void Prefers_the_longest_way() =>
        Read(Lexicon.Of("memory = ram", "out of memory = oom"), "ran out of memory").ShouldContain("=out of memory");

    [Fact]
    public void Says_each_thing_in_one_meaning_only()
    {
        var ways = DataFile.Lines("lexicon.txt")
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line => line.Split('=', ','))
            .Select(way => string.Join(' ', new Scanner().Words(way).Where(w => !w.Whole).Select(w => w.Stem)));

        ways.Select(way => way.Trim()).ShouldAllBe(way => way.Length > 0);
        Ambiguous().ShouldBeEmpty();
    }

    private static IEnumerable<string> Ambiguous() => DataFile.Lines("lexicon.txt")
        .Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line.Split('=', ',').Select(way => (
            Meaning: line.Split('=')[0].Trim(),
            Way: string.Join(' ', new Scanner().Words(way).Where(w => !w.Whole).Select(w => w.Stem)))))
        .GroupBy(way => way.Way)
        .Where(ways => ways.Select(w => w.Meaning).Distinct().Skip(1).Any())
        .Select(ways => $"{ways.Key}: {string.Join(" / ", ways.Select(w => w.Meaning).Distinct())}");

    private static IEnumerable<string> Meanings(string text) => Read(Lexicon.Default, text).Where(key => key[0] == '=');

    private static List<string> Read(Lexicon lexicon, string text)
    {
        var terms = new Terms(lexicon, book: null);
        var read = new List<Term>();
        new Reader(lexicon, book: null, terms, learns: true).Read(text, StatementKind.Any, read);

        return read.ConvertAll(term => terms.KeyOf(term.Number));
    }
}
