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

    public static readonly (Resurfacing When, string Words)[] Resurfacings =
    [
        (Resurfacing.AfterTwoMore, "when two more postmortems join, or its cost doubles"),
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

    public static string Say(Outgrown outgrown) => outgrown switch
    {
        Outgrown.Grown => "it was seen in more postmortems",
        Outgrown.Dearer => "its cost has doubled",
        _ => "the day has come until which it was accepted",
    };

    public static string Postmortems(int count) => count == 1 ? "1 postmortem" : $"{count} postmortems";
}
