using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>Whether a deeper heading opens a part of its own or stays within the part above it.</summary>
internal static class Nesting
{
    public static bool StaysWithin(Part parent, Kind kind, string heading, Block? next) => parent.Kind switch
    {
        Kind.None => kind == Kind.None && parent.Level > 1,
        Kind.ActionItems => kind is Kind.None or Kind.ActionItems or Kind.Detection or Kind.Resolution or Kind.Narrative or Kind.Supporting
            || (kind == Kind.Lessons && !IsAboutLessons(heading)),
        Kind.Timeline => kind is Kind.None or Kind.Timeline
            || (kind is Kind.Detection or Kind.Resolution or Kind.Impact or Kind.Trigger or Kind.Narrative && MomentHeading.Opens(next)),
        Kind.Lessons => kind is not (Kind.ActionItems or Kind.Timeline or Kind.RootCause or Kind.ContributingFactors or Kind.Supporting),
        Kind.RootCause or Kind.ContributingFactors => kind is Kind.None or Kind.Narrative,
        _ => kind == Kind.None,
    };

    // "Process" or "Conclusion" below action items groups them; "What went well" does not.
    private static bool IsAboutLessons(string heading)
    {
        var folded = HeadingWords.Fold(heading);

        return folded.Contains("lesson", StringComparison.Ordinal) || folded.Contains("went", StringComparison.Ordinal);
    }
}
