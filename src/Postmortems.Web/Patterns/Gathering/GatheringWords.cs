using System.Globalization;
using Postmortems.Domain.Patterns.Gathering;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Web.Patterns.Gathering;

/// <summary>What gathers where, in sentences that say no more than the figures do.</summary>
internal static class GatheringWords
{
    public static string Counted(ServiceMatrix matrix) =>
        $"{matrix.Table.All.ToString("#,0", CultureInfo.InvariantCulture)} causes are counted, on {(matrix.Services.Count == 1 ? "one service" : $"{matrix.Services.Count} services")}: a kind counts once for each postmortem and service. Expected is what a cell would hold if the kind of a cause had nothing to do with the service.";

    public static string Tested(int cells) =>
        cells == 0
            ? $"No cell could be tested: each needs a service and a kind that were seen at least {CrossTable.FewestInCell} times."
            : $"{(cells == 1 ? "One cell was" : $"{cells} cells were")} tested together (Fisher's exact test); at most one in ten of those told may be false (Benjamini and Hochberg).";

    public static string WithoutPlace(int causes) => causes switch
    {
        0 => "Every cause names a service and a kind.",
        1 => "One cause names no service or no kind and stands in no cell.",
        _ => $"{causes.ToString("#,0", CultureInfo.InvariantCulture)} causes name no service or no kind and stand in no cell.",
    };

    public static string Expected(CrossCell cell) => cell.Together.Expected.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>"9 seen, 3.1 expected (adjusted residual +3.6). By chance alone …"</summary>
    public static string Seen(CrossCell cell)
    {
        var seen = $"{cell.Together.Both} seen, {Expected(cell)} expected";

        return cell.Verdict is CrossVerdict.TooFew
            ? $"{seen}. Too few to tell."
            : $"{seen} (adjusted residual {Signed(cell.Together.AdjustedResidual)}). If the two knew nothing of each other, a cell as far from expected would be seen {WatchWords.Chance(cell.Together.ChanceOfEither)}.";
    }

    public static string Seen(PatternPair pair) =>
        $"Together in {pair.Together.Both} postmortems, {pair.Together.Expected.ToString("0.0", CultureInfo.InvariantCulture)} expected from {pair.Together.First} and {pair.Together.Second}, in {pair.Months} months. Lift {pair.Together.Lift.ToString("0.0", CultureInfo.InvariantCulture)}, drawn towards 1 because few were seen. By chance alone as often or more {WatchWords.Chance(pair.Together.Chance)}.";

    public static string? Sign(CrossVerdict verdict) => verdict switch
    {
        CrossVerdict.More => "▲",
        CrossVerdict.Fewer => "▽",
        _ => null,
    };

    public static string Say(CrossVerdict verdict) => verdict switch
    {
        CrossVerdict.More => "more than expected",
        CrossVerdict.Fewer => "fewer than expected",
        CrossVerdict.TooFew => "too few to tell",
        _ => "as expected",
    };

    public static string? Looks(CrossVerdict verdict) => verdict switch
    {
        CrossVerdict.More => "more",
        CrossVerdict.Fewer => "fewer",
        _ => null,
    };

    private static string Signed(double residual) => residual.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
