using System.Diagnostics;
using System.Globalization;
using System.Text;
using Markdig;
using Postmortems.Formats;

namespace Postmortems.Benchmarks.Reading;

/// <summary>What reading a document into fields costs beside a bare parse of the same Markdown by Markdig: 5 MB within two seconds.</summary>
internal static class ReadingBenchmark
{
    private const int Rounds = 7;

    private const string Postmortem =
        """
        # Mail queue stopped on 2026-05-04

        ## Summary

        Mail to customers was late for 55 minutes, since the queue had no limit and the relay refused us.

        ## Timeline

        All times in CET.

        - 14:05 The first mail waits; **nobody** is paged
        - 14:10 Ada sees the [graph](https://graphs.example.org/queue) and asks in the channel
        - 14:40 Workers are restarted

        | Time | Event |
        | --- | --- |
        | 15:00 | The last mail is out |

        ## Root causes

        1. The queue had no limit
        2. The relay's list of addresses is kept by hand

        ## Action items

        - [x] Limit the queue (@ada, due 2026-06-01)
        - [ ] Put the relay's list under code


        """;

    private const string Page =
        """
        <h2>Timeline</h2><ul><li><p><b>14:05 UTC</b> The first mail waits</p></li><li>14:10 UTC Ada sees the <a href="https://graphs.example.org/queue">graph</a></li></ul>
        <table><tr><th>Action</th><th>Owner</th></tr><tr><td>Limit the queue</td><td>Ada</td></tr></table>

        """;

    private static readonly (string Name, string File, string Piece)[] Texts =
    [
        ("postmortems", "a.md", Postmortem),
        ("items", "a.md", "- 14:05 UTC something happened to the queue\n"),
        ("prose", "a.md", "Customers of two regions saw errors at 14:05 UTC, since retries doubled the load.\n"),
        ("plain text", "a.txt", "14:05 UTC something happened to the queue\n"),
        ("page", "a.html", Page),
    ];

    private static readonly (string Name, int Units, double Milliseconds)[] Promises = [("20 kB", 20_000, 50), ("500 kB", 500_000, 1000), ("5 MB", 5_000_000, 2000)];

    public static void Run(TextWriter output)
    {
        output.WriteLine("text         size     read ms  parse ms  ratio  allocated  promise ms");

        foreach (var (name, file, piece) in Texts)
        {
            foreach (var (size, units, promised) in Promises)
            {
                var text = new StringBuilder(units + piece.Length).Insert(0, piece, units / piece.Length + 1).ToString(0, units);
                var read = Median(() => DocumentReader.Read(file, text));
                var parse = Median(() => Markdown.Parse(text));
                var before = GC.GetAllocatedBytesForCurrentThread();
                DocumentReader.Read(file, text);
                var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} {size,-7} {read,8:F1} {parse,9:F1} {read / parse,6:F1} {allocated,7:F0} MB {promised,11:F0} {(read <= promised ? "kept" : "BROKEN")}"));
            }
        }
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
