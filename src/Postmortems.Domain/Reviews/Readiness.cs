using Postmortems.Domain.Causes;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Reviews;

/// <summary>What stands and what is missing before review or publication. Only what is needed holds a postmortem back, and says so.</summary>
public sealed record Readiness(IReadOnlyList<ReadinessLine> Lines)
{
    private const int MostOfAKind = 4;

    public int Missing => Lines.Count(line => !line.IsDone);

    public IEnumerable<ReadinessLine> Needed => Lines.Where(line => line is { IsDone: false, IsNeeded: true });

    /// <exception cref="RuleBrokenException">Names what is needed first.</exception>
    public void MustHaveWhatIsNeeded(string before)
    {
        if (Needed.Any())
        {
            throw new RuleBrokenException("postmortem/not-ready", $"Before {before}: {string.Join(". ", Needed.Select(line => line.Sentence))}.");
        }
    }

    public static Readiness Of(
        PostmortemHead head, string text, IReadOnlyList<CauseRow> causes, IReadOnlyList<PromiseRow> promises)
    {
        var outline = Outline.Of(text);
        var template = head.Guide;
        var lines = new List<ReadinessLine> { SummaryLine(text, template, outline) };

        lines.AddRange(Few(outline.Where(heading => heading.IsEmpty && !IsSummary(template, heading))
            .Select(heading => ReadinessLine.Open($"{heading.Words} is empty", new Place.Section(heading.Id)))));
        lines.AddRange(CauseLines(causes));
        lines.AddRange(Few(promises.Where(p => p is { HasOwner: false, IsOpen: true })
            .Select(p => ReadinessLine.Open($"ACT-{p.Number} has no owner", new Place.Promise(p.Number)))));
        lines.AddRange(head.Incidents.Select(ImpactLine));

        return new Readiness([.. lines.OrderBy(line => line.IsDone).ThenByDescending(line => line.IsNeeded)]);
    }

    private static ReadinessLine SummaryLine(string text, Template? template, IReadOnlyList<OutlineHeading> outline)
    {
        if (outline.FirstOrDefault(heading => IsSummary(template, heading)) is { } summary)
        {
            return new ReadinessLine($"{summary.Words} {(summary.IsEmpty ? "is empty" : "is written")}", !summary.IsEmpty, true, new Place.Section(summary.Id));
        }

        // A document without such a heading may begin with its summary.
        var begins = text.AsSpan().TrimStart();
        var isWritten = begins.Length > 0 && begins[0] != '#';
        return new ReadinessLine(isWritten ? "The document begins with a summary" : "There is no summary", isWritten, true, new Place.Text());
    }

    private static bool IsSummary(Template? template, OutlineHeading heading) =>
        template is null
            ? heading.Words.Contains("summary", StringComparison.OrdinalIgnoreCase) || heading.Words.Equals("overview", StringComparison.OrdinalIgnoreCase)
            : template.SectionOf(heading.Words) is { IsSummary: true };

    private static IEnumerable<ReadinessLine> CauseLines(IReadOnlyList<CauseRow> causes) =>
        causes.Count == 0
            ? [new ReadinessLine("No cause is named. If none was found, say “Not determined”", false, true, new Place.Causes())]
            : Few(causes.Where(c => c.Evidence.Count == 0).Select(c => ReadinessLine.Open($"The cause “{Shortened.To(c.Statement, 60)}” has no evidence", new Place.OneCause(c.Id))))
                .Prepend(new ReadinessLine(causes.Count == 1 ? "One cause is named" : $"{causes.Count} causes are named", true, true, new Place.Causes()));

    private static ReadinessLine ImpactLine(AboutIncident incident) =>
        incident.Times.Impact is null
            ? ReadinessLine.Open($"INC-{incident.Number} does not say when impact began", new Place.Incident(incident.Number))
            : new ReadinessLine($"INC-{incident.Number} says when impact began", true, false, new Place.Incident(incident.Number));

    /// <summary>A long list of one kind would hide the others.</summary>
    private static List<ReadinessLine> Few(IEnumerable<ReadinessLine> lines)
    {
        var all = lines.ToList();

        return all.Count <= MostOfAKind
            ? all
            : [.. all.Take(MostOfAKind - 1), all[MostOfAKind - 1] with { Sentence = $"{all[MostOfAKind - 1].Sentence}, and {all.Count - MostOfAKind} more like it" }];
    }
}

/// <param name="IsNeeded">Without it nobody can ask for review or publish.</param>
public sealed record ReadinessLine(string Sentence, bool IsDone, bool IsNeeded, Place Place)
{
    internal static ReadinessLine Open(string sentence, Place place) => new(sentence, false, false, place);
}
