using System.Globalization;
using System.Text.Json;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.Drafts;

namespace Postmortems.Domain.Writing.Live;

/// <summary>What a live block shows, as Markdown.</summary>
internal static class LiveMarkdown
{
    public static string Of(LiveBlock block, PostmortemView view, LiveFacts facts)
    {
        var said = block.Name switch
        {
            LiveBlock.Timeline => Table(["Time", "What happened"], block.EntriesOf(facts).Select(entry => new[] { When(entry), entry.Text })),
            LiveBlock.Causes => List(block.CausesOf(view).Select(cause => $"{cause.Statement.TrimEnd('.')} ({Words(cause.Role)}, {Words(cause.Confidence)})")),
            LiveBlock.ActionItems => Table(
                ["Action item", "Owner", "Due", "State", "Number"],
                block.PromisesOf(view).Select(promise => new[] { promise.Title, promise.Owner ?? "", promise.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Words(promise.State), $"ACT-{promise.Number}" })),
            LiveBlock.Impact => List(block.IncidentsOf(view).SelectMany(incident => Impact(incident, facts))),
            LiveBlock.People => List(facts.People.Select(person => $"{person.Name}: {string.Join(", ", person.Parts)}")),
            _ => List(block.SimilarOf(facts).Select(other => $"PM-{other.Number}: {other.Title}{(other.Shared.Count > 0 ? $" (both say: {string.Join(", ", other.Shared)})" : "")}")),
        };

        return said.Length > 0 ? said : "Nothing yet.";
    }

    private static string When(LiveEntry entry) => entry.When is { } point ? WrittenTime.Of(point, entry.Zone) : entry.AsWritten ?? "not known";

    private static IEnumerable<string> Impact(AboutIncident incident, LiveFacts facts)
    {
        var services = incident.Services.Count > 0 ? $", {string.Join(", ", incident.Services)}" : "";
        yield return $"INC-{incident.Number}: {incident.Title} ({Words(incident.Severity)}{services})";

        foreach (var window in facts.Windows.Where(window => window.Incident == incident.Number))
        {
            yield return $"{WrittenTime.Of(window.Began, incident.Zone)} {Until(window, incident.Zone)}: {window.Text}";
        }
    }

    private static string Until(LiveWindow window, string zone) =>
        window.Ended is { } ended ? $"to {WrittenTime.Of(ended, zone)}{(WrittenTime.Between(window.Began, ended) is { } lasted ? $" ({lasted})" : "")}" : "on, end not known";

    private static string List(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {Draft.OneLine(line)}"));

    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        var written = rows.Select(Row).ToList();
        return written.Count == 0 ? "" : string.Join('\n', written.Prepend(Row([.. head.Select(_ => "---")])).Prepend(Row(head)));
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(cell => Draft.OneLine(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string Words<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');
}
