using Postmortems.Formats.Times;

namespace Postmortems.Formats.Facts;

/// <summary>Finds days in text, of which those that lie far from publication belong to some other event.</summary>
/// <param name="Year">Of days that name none, where the document tells no year at all.</param>
internal sealed record DayFinder(bool? DayFirst, int? Year, DateOnly? Published = null)
{
    private const int MostDaysBeforePublication = 120;
    private const int MostDaysAfterPublication = 2;

    /// <summary>For a timeline, whose days are all of the same story.</summary>
    public const int MostDaysOfAStory = 366;

    private static readonly string[] BeforeOthers = ["before ", "until ", "till ", "prior to ", "after "];

    public DateOnly? Resolve(WrittenDate date) => new DocumentTimes(Published, "", null, DayFirst) { Year = Year }.Resolve(date);

    public bool IsNear(DateOnly day, int mostDaysBefore = MostDaysBeforePublication) =>
        Published is not { } published || (day.DayNumber >= published.DayNumber - mostDaysBefore && day.DayNumber <= published.DayNumber + MostDaysAfterPublication);

    public DateOnly? First(string text) => Find(text, isProse: false);

    /// <summary>The first day that tells when something happened; "after June 1" and the name of a file do not.</summary>
    public DateOnly? FirstOfProse(string text) => Find(text, isProse: true);

    private DateOnly? Find(string text, bool isProse)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var startsWord = char.IsLetterOrDigit(text[from]) && (from == 0 || !char.IsLetterOrDigit(text[from - 1]));
            var at = from;

            if (startsWord && DateScanner.TryTake(text, ref at) is { } date && Resolve(date) is { } day && IsNear(day) && !(isProse && SpeaksOfOthers(text, from, at)))
            {
                return day;
            }
        }

        return null;
    }

    private static bool SpeaksOfOthers(string text, int from, int end) =>
        (from > 0 && text[from - 1] is '/')
        || Array.Exists(BeforeOthers, words => text.AsSpan(0, from).EndsWith(words, StringComparison.OrdinalIgnoreCase))
        || text.AsSpan(end).TrimStart(' ').StartsWith("onward", StringComparison.OrdinalIgnoreCase);
}
