using Postmortems.Formats.Facts;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Source;
using Postmortems.Formats.Timeline;

namespace Postmortems.Formats;

/// <summary>Which lines of the file each field came from.</summary>
internal static class Sources
{
    public static Dictionary<string, LineSpan> Of(
        ParsedSource source, Title? title, DocumentDate? date, Fact? severity, TimelineZone? zone, Dictionary<string, (string Text, int First, int Last)> sections)
    {
        var lines = new Dictionary<string, LineSpan>();

        Add("title", title?.Line);
        Add("date", date?.Line);
        Add("severity", severity?.Line);
        Add("zone", zone?.Line);

        foreach (var (key, section) in sections)
        {
            lines[$"sections.{key}"] = source.Span(section.First, section.Last);
        }

        return lines;

        void Add(string field, int? line)
        {
            if (line is { } at)
            {
                lines[field] = source.Span(at, at);
            }
        }
    }
}
