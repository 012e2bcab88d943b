namespace Postmortems.Formats;

/// <summary>Names under which <see cref="ReadDocument.Sections"/> holds the parts of a postmortem.</summary>
public static class SectionKeys
{
    public const string Summary = "summary";
    public const string Narrative = "narrative";
    public const string Impact = "impact";
    public const string Detection = "detection";
    public const string Trigger = "trigger";
    public const string RootCause = "rootCause";
    public const string Resolution = "resolution";
    public const string Timeline = "timeline";
    public const string Lessons = "lessons";
    public const string ActionItems = "actionItems";
    public const string People = "people";
    public const string Supporting = "supporting";
}
