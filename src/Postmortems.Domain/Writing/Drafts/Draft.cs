using System.Text;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.Live;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing.Drafts;

/// <summary>The first text of a document: a template's headings, and under them what is already known.</summary>
public static class Draft
{
    public static string Of(Template template, IReadOnlyList<KnownFacts> incidents, KnownPeople people)
    {
        var text = new StringBuilder();

        foreach (var section in template.Sections)
        {
            text.Append('#', section.Level).Append(' ').Append(section.Heading).Append("\n\n");

            foreach (var part in new[] { section.Start, Known(section.Facts, incidents, people), OpenQuestion.Of(section.Facts, incidents) })
            {
                text.Append(part.Length > 0 ? part + "\n\n" : "");
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static string Known(DraftFacts facts, IReadOnlyList<KnownFacts> incidents, KnownPeople people) => facts switch
    {
        DraftFacts.Head => Head(incidents, people),
        DraftFacts.Summary => Paragraphs(incidents, incident => incident.Summary),
        DraftFacts.Impact => Paragraphs(incidents, Impact),
        DraftFacts.Detection => Paragraphs(incidents, Detection),
        DraftFacts.Resolution => Paragraphs(incidents, Resolution),
        DraftFacts.Timeline => Paragraphs(incidents, incident => DraftTimeline.Of(incident, incidents.Count > 1)),
        DraftFacts.People => Roles(people),
        DraftFacts.Causes => LiveBlock.Lines(LiveBlock.Causes),
        DraftFacts.ActionItems => LiveBlock.Lines(LiveBlock.ActionItems),
        _ => "",
    };

    private static string Paragraphs(IReadOnlyList<KnownFacts> incidents, Func<KnownFacts, string> say) =>
        string.Join("\n\n", incidents.Select(say).Where(said => said.Length > 0));

    private static string Head(IReadOnlyList<KnownFacts> incidents, KnownPeople people)
    {
        var lines = incidents.Select(incident => $"- **INC-{incident.Number}**: {OneLine(incident.Title)}{Day(incident)}").ToList();
        var services = incidents.SelectMany(incident => incident.Services).Distinct().ToList();

        if (services.Count > 0)
        {
            lines.Add($"- **Services**: {string.Join(", ", services)}");
        }

        return string.Join('\n', lines) + "\n" + Roles(people);
    }

    private static string Roles(KnownPeople people) =>
        people.Facilitator is null ? $"- **Owner**: {people.Owner}" : $"- **Owner**: {people.Owner}\n- **Facilitator**: {people.Facilitator}";

    private static string Impact(KnownFacts incident)
    {
        var lines = incident.Windows
            .OrderBy(window => window.Began.At)
            .Select(window => $"- {Span(window.Began, window.Ended, incident.Zone)}: {OneLine(window.Text)}")
            .ToList();

        if (lines.Count == 0 && incident.Times.Impact is { } began)
        {
            lines.Add($"- {Span(began, incident.Times.Mitigated ?? incident.Times.Resolved, incident.Zone)}");
        }

        if (incident.Services.Count > 0)
        {
            lines.Add($"- Services: {string.Join(", ", incident.Services)}");
        }

        return string.Join('\n', lines);
    }

    private static string Span(TimePoint began, TimePoint? ended, string zone) =>
        ended is null
            ? $"From {WrittenTime.Of(began, zone)}, end not known"
            : $"{WrittenTime.Of(began, zone)} to {WrittenTime.Of(ended, zone)}{(WrittenTime.Between(began, ended) is { } lasted ? $" ({lasted})" : "")}";

    private static string Detection(KnownFacts incident)
    {
        if (incident.Times.Detected is not { } detected)
        {
            return "";
        }

        var after = incident.Times.Impact is { } began && WrittenTime.Between(began, detected) is { } waited
            ? $", {waited} after impact began"
            : "";

        return $"Detected {WrittenTime.Of(detected, incident.Zone)}{after}.";
    }

    private static string Resolution(KnownFacts incident)
    {
        var said = new List<string>();

        if (incident.Times.Mitigated is { } mitigated)
        {
            said.Add($"Mitigated {WrittenTime.Of(mitigated, incident.Zone)}.");
        }

        if (incident.Times.Resolved is { } resolved)
        {
            said.Add($"Resolved {WrittenTime.Of(resolved, incident.Zone)}.");
        }

        return string.Join(' ', said);
    }

    private static string Day(KnownFacts incident) =>
        (incident.Times.Impact ?? incident.Times.Detected) is { } first ? $", {WrittenTime.Day(first, incident.Zone)}" : "";

    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
