using System.Text.Json;
using System.Text.Json.Nodes;

namespace Postmortems.Formats.Written;

/// <summary>What a file of this product states, in place of what its text alone would tell.</summary>
/// <param name="lines">By a path such as <c>timeline[3]</c>, lines from 0.</param>
internal sealed class Stated(DocumentRow row, IReadOnlyDictionary<string, (int First, int Last)> lines)
{
    private static readonly string[] Fields = ["title", "date", "severity", "zone", "people", "services"];

    /// <exception cref="FormatException">With a sentence for the person who reviews the import.</exception>
    public static DocumentRow RowOf(JsonObject fields)
    {
        try
        {
            return fields.Deserialize<DocumentRow>(Notation.Json)!;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The field {fault.Path?.TrimStart('$', '.')} holds something else than it should.", fault);
        }
    }

    /// <param name="told">What the text tells by itself.</param>
    /// <exception cref="FormatException">With a sentence for the person who reviews the import.</exception>
    public ReadDocument Over(ReadDocument told) => told with
    {
        Title = row.Title,
        IncidentTitle = row.IncidentTitle,
        Date = MomentRow.DayIn(row.Date),
        Severity = row.Severity,
        Zone = row.Zone,
        People = Said(row.People),
        Services = Said(row.Services),
        Times = TimesOf(row.Times),
        Windows = [.. (row.Windows ?? []).Select(window => new ReadWindow(window?.From?.ToMoment() ?? throw Lacks("windows", "from"), window.To?.ToMoment(), window.Text ?? ""))],
        Timeline = row.Timeline is null ? told.Timeline : [.. row.Timeline.Select(EntryOf)],
        Causes = row.Causes is null ? told.Causes : [.. row.Causes.Select(CauseOf)],
        ActionItems = row.ActionItems is null ? told.ActionItems : [.. row.ActionItems.Select(ItemOf)],
        Sections = Over(told.Sections, row.Sections ?? []),
        Sources = SourcesOver(told.Sources),
        Warnings = [],
    };

    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> told, Dictionary<string, string> stated)
    {
        var sections = told.ToDictionary();

        foreach (var (key, text) in stated)
        {
            sections[key] = text ?? "";
        }

        return sections.Where(section => section.Value.Length > 0).ToDictionary();
    }

    private static List<string> Said(List<string>? names) => [.. (names ?? []).Where(name => !string.IsNullOrWhiteSpace(name))];

    private static ReadTimes TimesOf(TimesRow? times) => new()
    {
        Impact = times?.Impact?.ToMoment(),
        Detected = times?.Detected?.ToMoment(),
        Acknowledged = times?.Acknowledged?.ToMoment(),
        Mitigated = times?.Mitigated?.ToMoment(),
        Resolved = times?.Resolved?.ToMoment(),
    };

    private ReadEntry EntryOf(EntryRow entry, int index) =>
        new(entry?.When?.ToMoment() ?? new ReadMoment { AsWritten = "" }, entry?.Text ?? throw Lacks("timeline", "text"), LinesOf($"timeline[{index}]"))
        {
            Kind = entry.Kind,
            Basis = entry.Basis,
            Evidence = entry.Evidence,
            Fix = entry.Fix is { } fix ? new ReadFix(fix.Kind ?? throw Lacks("fix", "kind"), fix.Actor, fix.Minutes, fix.Effect) : null,
        };

    private ReadCause CauseOf(CauseRow cause, int index) =>
        new(cause?.Text ?? throw Lacks("causes", "text"), cause.Role, LinesOf($"causes[{index}]"))
        {
            Confidence = cause.Confidence,
            Leaf = cause.Leaf,
            Service = cause.Service,
            Detail = cause.Detail,
            ShownBy = cause.ShownBy ?? [],
        };

    private ReadActionItem ItemOf(ActionItemRow item, int index) => new()
    {
        Title = item?.Title ?? throw Lacks("actionItems", "title"),
        Owner = item.Owner,
        Due = MomentRow.DayIn(item.Due),
        Status = item.Status,
        Type = item.Type,
        Priority = item.Priority,
        Link = item.Link,
        DoneWhen = item.DoneWhen,
        Outcome = item.Outcome,
        Addresses = item.Addresses ?? [],
        Lines = LinesOf($"actionItems[{index}]"),
    };

    private Dictionary<string, LineSpan> SourcesOver(IReadOnlyDictionary<string, LineSpan> told)
    {
        var sources = told.Where(source => !Fields.Contains(source.Key)).ToDictionary();

        foreach (var field in lines.Keys.Where(field => Fields.Contains(field) || field.StartsWith("sections.", StringComparison.Ordinal)))
        {
            sources[field] = LinesOf(field);
        }

        return sources;
    }

    private LineSpan LinesOf(string path) => lines.TryGetValue(path, out var span) ? new LineSpan(span.First + 1, span.Last + 1) : new LineSpan(1, 1);

    private static FormatException Lacks(string list, string field) => new($"One of its {list} has no {field}.");
}
