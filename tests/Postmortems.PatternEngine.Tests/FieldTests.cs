using System.Reflection;

namespace Postmortems.PatternEngine.Tests;

/// <summary>
/// What two engineers say in different words. Concepts were written after the pairs were measured once; from the pairs
/// kept apart none was written, and they tell what another organisation may expect.
/// </summary>
public class FieldTests
{
    private const int First = 5;

    [Theory]
    [InlineData("cause-pairs.txt", StatementKind.Cause, 0.9)]
    [InlineData("fix-pairs.txt", StatementKind.Fix, 0.9)]
    [InlineData("more-cause-pairs.txt", StatementKind.Cause, 0.9)]
    [InlineData("more-fix-pairs.txt", StatementKind.Fix, 0.9)]
    [InlineData("third-cause-pairs.txt", StatementKind.Cause, 0.9)]
    [InlineData("third-fix-pairs.txt", StatementKind.Fix, 0.9)]
    [InlineData("last-cause-pairs-apart.txt", StatementKind.Cause, 0.6)]
    [InlineData("last-fix-pairs-apart.txt", StatementKind.Fix, 0.6)]
    [InlineData("cause-pairs-apart.txt", StatementKind.Cause, 0.5)]
    [InlineData("fix-pairs-apart.txt", StatementKind.Fix, 0.85)]
    public void The_other_way_of_saying_it_is_among_the_first_five(string file, StatementKind kind, double share)
    {
        var statements = Pairs(file).SelectMany((pair, at) => pair.Select((text, way) => new Statement($"{at} {way}", text, Kind: kind))).ToArray();
        var index = new SimilarityIndex(statements);

        var found = statements.Count(statement => index.Find(statement, First).Any(similar => similar.Id.Split(' ')[0] == statement.Id.Split(' ')[0]));

        (found / (double)statements.Length).ShouldBeGreaterThanOrEqualTo(share);
    }

    private static IEnumerable<string[]> Pairs(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);

        return [.. reader.ReadToEnd().Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(pair => pair[0] != '#').Select(pair => pair.Split('\n'))];
    }
}
