using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;

namespace Postmortems.Web.Patterns;

/// <summary>Kinds and choices around patterns, as people say them.</summary>
internal static class PatternWords
{
    public static readonly (PatternKind Kind, string Words)[] Kinds =
    [
        (PatternKind.Mechanism, "Same mechanism: prevent or limit it"),
        (PatternKind.Symptom, "Same symptom, mechanisms may differ: detect or limit it"),
        (PatternKind.Response, "Same fix by hand: automate it"),
        (PatternKind.Gap, "Same gap in detection, coordination or knowledge: change how we work"),
    ];

    public static (Resurfacing When, string Words)[] Resurfacings(bool ofFixes) =>
    [
        (Resurfacing.AfterTwoMore, $"when two more {(ofFixes ? "incidents" : "postmortems")} join, or its cost doubles"),
        (Resurfacing.WhenDoubled, "when it stands in twice as many, or its cost doubles"),
        (Resurfacing.Never, "never by itself"),
    ];

    public static string Say(PatternKind? kind) => kind switch
    {
        PatternKind.Mechanism => "Recurring mechanism",
        PatternKind.Symptom => "Recurring symptom",
        PatternKind.Response => "Repeated fix",
        PatternKind.Gap => "Recurring gap",
        _ => "Recurring cause",
    };

    public static string Say(Outgrown outgrown, bool ofFixes) => outgrown switch
    {
        Outgrown.Grown => $"it was seen in more {(ofFixes ? "incidents" : "postmortems")}",
        Outgrown.Dearer => "its cost has doubled",
        _ => "the day has come until which it was accepted",
    };

    /// <summary>Where a recurring cause stands is counted in postmortems, where a repeated fix was done in incidents.</summary>
    public static string Told(int count, bool inIncidents = false) => (count, inIncidents) switch
    {
        (1, true) => "1 incident",
        (_, true) => $"{count} incidents",
        (1, _) => "1 postmortem",
        _ => $"{count} postmortems",
    };

    public static string Members(int count, bool ofFixes) => (count, ofFixes) switch
    {
        (1, true) => "1 fix step",
        (_, true) => $"{count} fix steps",
        (1, _) => "1 cause",
        _ => $"{count} causes",
    };

    public static string AddressOf(QuotedStatement quote) => quote.IsFix ? Urls.TimelineEntry(quote.Number, quote.Id) : Urls.Cause(quote.Number, quote.Id);
}
