namespace Postmortems.Formats.Times;

/// <summary>Letters and words for zones. A place stands for the zone so that summer time is right.</summary>
internal static class ZoneNames
{
    private static readonly Dictionary<string, WrittenZone> Letters = new List<WrittenZone>
    {
        WrittenZone.Utc,
        new("UTC", TimeSpan.Zero, "GMT"),
        new("UTC", TimeSpan.Zero, "Zulu"),
        new("Europe/London", Hours(1), "BST", HasOthers: true),
        new("Europe/Lisbon", Hours(0), "WET"),
        new("Europe/Lisbon", Hours(1), "WEST"),
        new("Europe/Berlin", Hours(1), "CET"),
        new("Europe/Berlin", Hours(2), "CEST"),
        new("Europe/Berlin", null, "CET/CEST"),
        new("Europe/Berlin", Hours(1), "MEZ"),
        new("Europe/Berlin", Hours(2), "MESZ"),
        new("Europe/Helsinki", Hours(2), "EET"),
        new("Europe/Helsinki", Hours(3), "EEST"),
        new("Europe/Moscow", Hours(3), "MSK"),
        new("America/New_York", Hours(-5), "EST"),
        new("America/New_York", Hours(-4), "EDT"),
        new("America/New_York", null, "ET"),
        new("America/Chicago", Hours(-6), "CST", HasOthers: true),
        new("America/Chicago", Hours(-5), "CDT"),
        new("America/Chicago", null, "CT"),
        new("America/Denver", Hours(-7), "MST", HasOthers: true),
        new("America/Denver", Hours(-6), "MDT"),
        new("America/Denver", null, "MT"),
        new("America/Los_Angeles", Hours(-8), "PST"),
        new("America/Los_Angeles", Hours(-7), "PDT"),
        new("America/Los_Angeles", null, "PT"),
        new("America/Los_Angeles", null, "PST/PDT"),
        new("America/Sao_Paulo", Hours(-3), "BRT"),
        new("Asia/Kolkata", TimeSpan.FromMinutes(330), "IST", HasOthers: true),
        new("Asia/Singapore", Hours(8), "SGT"),
        new("Asia/Tokyo", Hours(9), "JST"),
        new("Asia/Seoul", Hours(9), "KST"),
        new("Australia/Sydney", Hours(10), "AEST"),
        new("Australia/Sydney", Hours(11), "AEDT"),
        new("Australia/Perth", Hours(8), "AWST"),
        new("Pacific/Auckland", Hours(12), "NZST"),
        new("Pacific/Auckland", Hours(13), "NZDT"),
    }.ToDictionary(zone => zone.AsWritten, StringComparer.OrdinalIgnoreCase);

    private static readonly (string Words, string Letters)[] Spelled =
    [
        ("coordinated universal time", "UTC"), ("universal time", "UTC"), ("greenwich mean time", "GMT"), ("british summer time", "BST"), ("central european summer time", "CEST"),
        ("central european time", "CET"), ("eastern european summer time", "EEST"), ("eastern european time", "EET"),
        ("pacific daylight time", "PDT"), ("pacific standard time", "PST"), ("pacific time", "PT"), ("pacific", "PT"),
        ("mountain daylight time", "MDT"), ("mountain standard time", "MST"), ("mountain time", "MT"),
        ("central daylight time", "CDT"), ("central standard time", "CST"), ("central time", "CT"),
        ("eastern daylight time", "EDT"), ("eastern standard time", "EST"), ("eastern time", "ET"), ("india standard time", "IST"), ("japan standard time", "JST"),
    ];

    // Words of other languages and of English when written small.
    private static readonly HashSet<string> OnlyInCapitals = new(StringComparer.OrdinalIgnoreCase) { "est", "wet", "west", "et", "ct", "mt", "pt", "ist", "mst", "cst", "zulu" };

    /// <summary>Zones by which people write the month before the day.</summary>
    public static bool IsAmerican(WrittenZone? zone) => zone?.Iana?.StartsWith("America/", StringComparison.Ordinal) == true && zone.Iana != "America/Sao_Paulo";

    public static WrittenZone? ByLetters(ReadOnlySpan<char> word)
    {
        var name = word.ToString();

        return Letters.TryGetValue(name, out var zone) && (!OnlyInCapitals.Contains(name) || name.All(c => !char.IsLower(c)) || name == "Zulu")
            ? zone with { AsWritten = name }
            : null;
    }

    /// <summary>The zone whose words start here, such as "Pacific Time", with their length.</summary>
    public static WrittenZone? ByWords(ReadOnlySpan<char> text, out int length)
    {
        foreach (var (words, letters) in Spelled)
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                length = words.Length;
                return Letters[letters] with { AsWritten = text[..length].ToString() };
            }
        }

        length = 0;
        return null;
    }

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}
