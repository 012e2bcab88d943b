using Postmortems.PatternEngine.Groups;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Tests;

/// <summary>Two directions of two words each; items are told by how much of each direction they say.</summary>
public class RefinementTests
{
    private const int Terms = 6;

    private static readonly Vector[] Items = [Of(1, 0), Of(1, 0.1f), Of(0.9f, 0), Of(0, 1), Of(0.1f, 1), Of(0, 0.9f)];

    [Fact]
    public void Moves_a_statement_to_the_group_that_it_is_more_like() =>
        Refined([0, 1, 5], [2], [3, 4]).ShouldContain(cluster => cluster.Contains(5) && cluster.Contains(3) && !cluster.Contains(0));

    [Fact]
    public void Lets_a_statement_that_stood_alone_join() =>
        Refined([0, 1], [3, 4]).Select(cluster => string.Join(' ', cluster)).ShouldBe(["0 1 2", "3 4 5"], ignoreOrder: true);

    [Fact]
    public void Leaves_alone_what_is_like_none_of_them()
    {
        var stranger = new Vector([4, 5], [0.7f, 0.7f]);

        Refinement.Of([[0, 1, 2], [3, 4, 5]], [.. Items, stranger], Terms, Line(Items)).SelectMany(cluster => cluster).ShouldNotContain(6);
    }

    private static IReadOnlyList<int[]> Refined(params int[][] clusters) =>
        Refinement.Of([.. clusters.Where(cluster => cluster.Length > 1)], Items, Terms, Line(Items));

    private static Calibration Line(Vector[] items)
    {
        var background = Background.Of(items);

        return Calibration.Of(items, Terms, AverageLink.Of(items, Terms, background.Floor), background);
    }

    private static Vector Of(float one, float other)
    {
        var length = MathF.Sqrt(2 * ((one * one) + (other * other)));

        return one == 0 ? new Vector([2, 3], [other / length, other / length])
            : other == 0 ? new Vector([0, 1], [one / length, one / length])
            : new Vector([0, 1, 2, 3], [one / length, one / length, other / length, other / length]);
    }
}
