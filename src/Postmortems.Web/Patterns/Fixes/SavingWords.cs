using System.Globalization;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Web.Patterns.Fixes;

/// <summary>A forecast in words that promise nothing.</summary>
internal static class SavingWords
{
    public static string Answer(Saving saving) => saving.ChanceOfGain switch
    {
        > 0.8 => "Likely pays",
        >= 0.4 => "Look closer",
        _ => "Likely does not pay",
    };

    public static string Range(Saving saving, int months) =>
        $"{Sum(saving)} in {months} months; gains in {Percent(saving.ChanceOfGain)} of 100 draws";

    private static string Sum(Saving saving) => saving.High < 0
        ? $"{Hours(-saving.High)} to {Hours(-saving.Low)} h more spent than saved"
        : $"{Hours(saving.Low)} to {Hours(saving.High)} h saved";

    public static string BreakEven(Saving saving) => saving.BreakEvenMonths switch
    {
        > 120 => "half of the draws never pay back in ten years",
        < 1 => "half of the draws pay back within a month",
        _ => $"half of the draws pay back by month {Math.Ceiling(saving.BreakEvenMonths).ToString("0", CultureInfo.InvariantCulture)}",
    };

    private static string Hours(double minutes)
    {
        var hours = Math.Round(minutes / 60, 1) + 0.0;
        return hours < 0 ? $"−{(-hours).ToString("0.#", CultureInfo.InvariantCulture)}" : hours.ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static string Percent(double chance) => Math.Round(chance * 100).ToString(CultureInfo.InvariantCulture);
}
