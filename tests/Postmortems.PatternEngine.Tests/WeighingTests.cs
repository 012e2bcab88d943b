using FsCheck;
using FsCheck.Fluent;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Tests;

/// <summary>The quick ways to sum and rank give what the plain ways give.</summary>
public class WeighingTests
{
    [Fact]
    public void Finds_the_value_at_a_rank_without_a_sort() =>
        Prop.ForAll(Gen.Choose(0, 9).NonEmptyListOf().ToArbitrary(), values =>
            values.Select((_, rank) => Rank.Highest([.. values.Select(value => (float)value)], rank + 1)).SequenceEqual(values.OrderDescending().Select(value => (float)value)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Keeps_the_heaviest_terms_of_a_mean() =>
        Prop.ForAll(Vectors().ToArbitrary(), vectors =>
        {
            var all = new Means(terms: 40, vectors).Of([.. Enumerable.Range(0, vectors.Length)]);
            var plain = vectors.SelectMany(vector => vector.Terms.Zip(vector.Weights)).GroupBy(term => term.First).OrderBy(term => term.Key).ToArray();

            return all.Terms.SequenceEqual(plain.Select(term => term.Key))
                && all.Weights.Zip(plain).All(weight => Math.Abs(weight.First - (weight.Second.Sum(term => term.Second) / vectors.Length)) < 1e-5)
                && new Means(terms: 40, vectors).Of([.. Enumerable.Range(0, vectors.Length)], most: 6).Equals(all.Heaviest(6));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Multiplies_the_same_way_in_step_by_search_and_laid_out() =>
        Prop.ForAll(Vectors().ToArbitrary(), vectors =>
        {
            var whole = new Means(terms: 40, vectors).Of([.. Enumerable.Range(0, vectors.Length)]);
            var spread = new Spread(terms: 40);
            spread.Lay(new Vector([3, 5], [1, 1]));
            spread.Lay(whole);

            return vectors.All(vector => Math.Abs(vector.Dot(whole) - whole.Dot(vector)) < 1e-9 && Math.Abs(spread.Dot(vector) - whole.Dot(vector)) < 1e-9);
        }).QuickCheckThrowOnFailure();

    private static Gen<Vector[]> Vectors() =>
        Gen.Choose(1, 9).Select(weight => weight / 9f).ArrayOf(40)
            .Zip(Gen.Choose(1, 12))
            .Select(drawn => new Vector([.. Enumerable.Range(0, 40).Where(term => term % drawn.Item2 == 0)], [.. drawn.Item1.Where((_, term) => term % drawn.Item2 == 0)]))
            .NonEmptyListOf().Select(vectors => vectors.ToArray());
}
