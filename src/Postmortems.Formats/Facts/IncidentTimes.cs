using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Facts;

/// <summary>The times that the document states as such, in fields or as events that are nothing but "Resolved".</summary>
internal static class IncidentTimes
{
    public static ReadTimes Of(IReadOnlyList<Fact> facts, IReadOnlyList<ReadEntry> timeline, DocumentTimes document, List<string> warnings)
    {
        return new ReadTimes
        {
            Impact = Find([.. FactNames.Impact, .. FactNames.ImpactBegan]),
            Detected = Find(FactNames.Detected),
            Acknowledged = Find(FactNames.Acknowledged),
            Mitigated = Find(FactNames.Mitigated),
            Resolved = Find(FactNames.Resolved),
        };

        ReadMoment? Find(string[] names) =>
            facts.Where(fact => names.Contains(fact.Name)).Select(Moment).FirstOrDefault(moment => moment is not null)
            ?? timeline.FirstOrDefault(entry => entry.Text.Split('\n')[0] is { Length: < 40 } said && names.Contains(HeadingWords.Fold(said)))?.When;

        ReadMoment? Moment(Fact fact) =>
            MomentScanner.AtStart(fact.Value) is { } written && (written.Clock is not null || written.Date is not null)
                ? DocumentTimes.MomentOf(written, written.Date is { } date ? document.Resolve(date) : document.Day, written.Zone ?? document.Zone, warnings)
                : null;
    }
}
