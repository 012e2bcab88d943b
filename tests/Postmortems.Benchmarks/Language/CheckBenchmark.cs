using System.Diagnostics;
using System.Globalization;
using System.Text;
using Markdig;
using Postmortems.Language;

namespace Postmortems.Benchmarks.Language;

/// <summary>What the language check costs beside a bare parse of the same Markdown: 20 kB within 30 ms, 1 MB within a second.</summary>
internal static class CheckBenchmark
{
    private const int Rounds = 9;
    private const int WarmUps = 60;

    /// <summary>Milliseconds. Markdig alone takes time with the square of some hostile texts, minutes for a megabyte; then there is nothing to compare with.</summary>
    private const double LongestBaseline = 10_000;

    private static readonly string[] Sentences =
    [
        "The queue grew for eleven minutes before the alert fired.",
        "The on-call engineer was paged at 10:04 and rolled the deploy back at 10:09.",
        "Two consoles have the same title, and the name of the environment stands at the bottom.",
        "The engineer should have checked the plan before applying it.",
        "Customers of two regions saw errors, since retries doubled the load on the pool.",
        "| 10:02 | The job failed to acquire the lock and tried again. |",
        "Nobody was paged, because the rule had been silenced for the migration.",
        "It was human error, people said, and then `kubectl get pods` showed three of them.",
    ];

    private static readonly (string Name, int Units, double Milliseconds)[] Promises = [("20 kB", 20_000, 30), ("1 MB", 1_000_000, 1000)];

    private static readonly (string Name, string Piece)[] Texts =
    [
        ("prose", string.Concat(Sentences.Select((sentence, i) => i % 4 == 3 ? $"- {sentence}\n\n## Part\n\n" : $"{sentence} "))),
        ("cells", "a|"),
        ("cut off", "[a]("),
        ("emphasis", "*_[("),
        ("quoted", "> "),
        ("tags", "<a "),
        ("quotes", "“"),
        ("code", "`a``b"),
        ("commas", "we forgot to, and "),
        ("marks", "é̀🙂\u200d"),
        ("subjects", "the engineer the engineer "),
        ("lines", "- a\n"),
        ("headings", "# a\n"),
        ("asking", "We forgot to, and the engineer should have known. "),
    ];

    public static void Run(TextWriter output)
    {
        output.WriteLine("text      size   check ms  parse ms  ratio  promise ms");

        // The runtime compiles what runs often; a check that has just started is not what people write with.
        foreach (var _ in Enumerable.Range(0, WarmUps))
        {
            LanguageCheck.Of(Repeated(Texts[0].Piece, Promises[0].Units));
        }

        foreach (var (name, piece) in Texts)
        {
            var (last, lastUnits) = (0d, 1);

            foreach (var (size, units, promised) in Promises)
            {
                var text = Repeated(piece, units);
                var check = Median(() => LanguageCheck.Of(text));
                var growth = (double)units / lastUnits;
                var kept = check <= promised ? "kept" : "BROKEN";

                if (last * growth * growth > LongestBaseline)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-9} {size,-6} {check,8:F1}   too slow    {promised,11:F0} {kept}"));
                    continue;
                }

                if (Parse(text) is not { } parse)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-9} {size,-6} {check,8:F1}    refuses    {promised,11:F0} {kept}"));
                    continue;
                }

                (last, lastUnits) = (parse, units);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-9} {size,-6} {check,8:F1} {last,9:F1} {check / last,6:F1} {promised,11:F0} {kept}"));
            }
        }
    }

    /// <returns>Null where the bare parser refuses the text, for it nests too deeply.</returns>
    private static double? Parse(string text)
    {
        try
        {
            return Median(() => Markdown.Parse(text));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Repeated(string piece, int units)
    {
        var text = new StringBuilder(units + piece.Length);

        while (text.Length < units)
        {
            text.Append(piece);
        }

        return text.ToString(0, units);
    }

    private static double Median(Action work)
    {
        work();
        var times = new List<double>();

        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}
