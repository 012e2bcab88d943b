using Postmortems.PatternEngine.Recurrence;
using Shouldly;

namespace Postmortems.PatternEngine.Tests;

/// <summary>Chances come from scipy 1.10.1 (hypergeom.sf and .cdf), residuals from the formula of Haberman written out in numpy.</summary>
public sealed class CrossTableTests
{
    private static readonly int[,] Counts = { { 12, 3, 5 }, { 4, 14, 6 }, { 2, 3, 11 } };

    [Theory]
    [InlineData(12, 20, 18, 3.585685828003181, 0.0011637007280709342)]
    [InlineData(3, 20, 20, -2.130140840414079, 0.05985940370501017)]
    [InlineData(5, 20, 22, -1.326036653242144, 0.2972423834490953)]
    [InlineData(14, 24, 20, 3.3541019662496847, 0.002079713465873134)]
    [InlineData(11, 16, 22, 3.1098316082352353, 0.005430788347625965)]
    public void A_cell_has_the_adjusted_residual_and_the_chance_that_scipy_gives(int both, int row, int column, double residual, double chance)
    {
        var cell = new Together(both, row, column, 60);

        cell.AdjustedResidual.ShouldBe(residual, 1e-9);
        cell.ChanceOfEither.ShouldBe(chance, 1e-9);
    }

    [Fact]
    public void Cells_are_judged_together_and_by_more_than_their_count()
    {
        var table = new CrossTable(Counts);

        table.All.ShouldBe(60);
        table.Tested.ShouldBe(9);
        table[0, 0].FalseShare.ShouldBe(0.002079713465873134 * 9 / 2, 1e-9);
        table[0, 0].Verdict.ShouldBe(CrossVerdict.More);
        table[1, 1].Verdict.ShouldBe(CrossVerdict.More);
        table[2, 2].Verdict.ShouldBe(CrossVerdict.More);
        table[0, 1].Verdict.ShouldBe(CrossVerdict.AsExpected);
    }

    [Fact]
    public void Below_twenty_in_all_nothing_is_said()
    {
        var table = new CrossTable(new[,] { { 8, 0 }, { 0, 8 } });

        table.Tested.ShouldBe(0);
        table[0, 0].Verdict.ShouldBe(CrossVerdict.TooFew);
    }

    [Fact]
    public void A_row_that_was_seen_twice_is_too_few_to_tell()
    {
        var table = new CrossTable(new[,] { { 2, 0 }, { 5, 40 } });

        table[0, 0].Verdict.ShouldBe(CrossVerdict.TooFew);
        table[1, 0].Verdict.ShouldNotBe(CrossVerdict.TooFew);
    }

    [Fact]
    public void Fewer_than_expected_is_told_too()
    {
        var table = new CrossTable(new[,] { { 30, 0 }, { 30, 30 } });

        table[0, 1].Verdict.ShouldBe(CrossVerdict.Fewer);
        table[1, 1].Verdict.ShouldBe(CrossVerdict.More);
    }

    [Fact]
    public void An_empty_table_has_nothing_to_test() => new CrossTable(new int[0, 0]).All.ShouldBe(0);

    /// <summary>Kinds fall on services by chance alone, so that every table that says anything is mistaken: at most one in ten may be.</summary>
    [Fact]
    public void Where_nothing_gathers_it_is_seldom_told_that_something_does()
    {
        var dice = new Random(20261122);
        const int Tables = 600;
        var told = 0;

        for (var run = 0; run < Tables; run++)
        {
            var counts = new int[6, 5];

            for (var cause = 0; cause < 120; cause++)
            {
                counts[Math.Min(dice.Next(6), dice.Next(6)), Math.Min(dice.Next(5), dice.Next(5))]++;
            }

            var table = new CrossTable(counts);
            told += (from row in Enumerable.Range(0, 6) from column in Enumerable.Range(0, 5) select table[row, column].Verdict).Any(verdict => verdict is CrossVerdict.More or CrossVerdict.Fewer) ? 1 : 0;
        }

        (told / (double)Tables).ShouldBeLessThan(0.10 + 0.037);
    }

    [Fact]
    public void What_gathers_is_mostly_found()
    {
        var dice = new Random(20261123);
        var found = Enumerable.Range(0, 200).Count(_ =>
        {
            var counts = new int[6, 5];

            for (var cause = 0; cause < 120; cause++)
            {
                counts[dice.Next(6), dice.Next(5)]++;
            }

            counts[2, 3] += 18;
            return new CrossTable(counts)[2, 3].Verdict is CrossVerdict.More;
        });

        found.ShouldBeGreaterThan(160);
    }
}
