using Postmortems.Formats.Times;

namespace Postmortems.Formats.Headings;

/// <summary>Headings that state when, such as <c>### 14:35</c> or <c>## May 12</c>: entries or days of a timeline.</summary>
internal static class MomentHeading
{
    public static bool Is(string markdown) => MomentScanner.AtStart(markdown) is not null;
}
