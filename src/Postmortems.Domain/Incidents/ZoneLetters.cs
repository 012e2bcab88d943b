namespace Postmortems.Domain.Incidents;

/// <summary>The letters by which people call a zone at a moment: CET in winter, CEST in summer. Where no letters are known to many, the offset: UTC+5:30.</summary>
public static class ZoneLetters
{
    private static readonly (string Winter, string Summer, string[] Zones)[] Known =
    [
        ("UTC", "UTC", ["Etc/UTC", "UTC", "Etc/UCT", "Etc/Zulu"]),
        ("GMT", "GMT", ["Etc/GMT", "Africa/Abidjan", "Africa/Accra", "Atlantic/Reykjavik"]),
        ("GMT", "BST", ["Europe/London"]),
        ("WET", "WEST", ["Europe/Lisbon", "Atlantic/Canary", "Atlantic/Madeira"]),
        ("CET", "CEST",
        [
            "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Vienna", "Europe/Zurich", "Europe/Amsterdam", "Europe/Brussels",
            "Europe/Warsaw", "Europe/Prague", "Europe/Budapest", "Europe/Belgrade", "Europe/Copenhagen", "Europe/Oslo", "Europe/Stockholm", "Europe/Luxembourg",
            "Europe/Zagreb", "Europe/Ljubljana", "Europe/Bratislava", "Europe/Malta", "Europe/Tirane", "Europe/Andorra", "Europe/Gibraltar",
        ]),
        ("EET", "EEST", ["Europe/Helsinki", "Europe/Athens", "Europe/Kyiv", "Europe/Kiev", "Europe/Bucharest", "Europe/Sofia", "Europe/Riga", "Europe/Tallinn", "Europe/Vilnius", "Asia/Nicosia"]),
        ("MSK", "MSK", ["Europe/Moscow"]),
        ("SAST", "SAST", ["Africa/Johannesburg"]),
        ("IST", "IDT", ["Asia/Jerusalem"]),
        ("IST", "IST", ["Asia/Kolkata", "Asia/Calcutta"]),
        ("HKT", "HKT", ["Asia/Hong_Kong"]),
        ("JST", "JST", ["Asia/Tokyo"]),
        ("KST", "KST", ["Asia/Seoul"]),
        ("AWST", "AWST", ["Australia/Perth"]),
        ("AEST", "AEDT", ["Australia/Sydney", "Australia/Melbourne", "Australia/Hobart", "Australia/Brisbane"]),
        ("NZST", "NZDT", ["Pacific/Auckland"]),
        ("AST", "ADT", ["America/Halifax"]),
        ("EST", "EDT", ["America/New_York", "America/Toronto", "America/Detroit"]),
        ("CST", "CDT", ["America/Chicago", "America/Winnipeg"]),
        ("MST", "MDT", ["America/Denver", "America/Edmonton", "America/Boise"]),
        ("MST", "MST", ["America/Phoenix"]),
        ("PST", "PDT", ["America/Los_Angeles", "America/Vancouver"]),
        ("AKST", "AKDT", ["America/Anchorage"]),
        ("HST", "HST", ["Pacific/Honolulu"]),
    ];

    private static readonly Dictionary<string, (string Winter, string Summer)> ByZone =
        Known.SelectMany(letters => letters.Zones.Select(zone => (zone, letters))).ToDictionary(pair => pair.zone, pair => (pair.letters.Winter, pair.letters.Summer));

    private static readonly Dictionary<string, string> ByLetters = Known
        .SelectMany(letters => new[] { letters.Winter, letters.Summer }.Select(word => (word, zone: letters.Zones[0])))
        .Where(pair => pair.word is not "IST")
        .DistinctBy(pair => pair.word)
        .ToDictionary(pair => pair.word, pair => pair.zone);

    public static string Say(string zone, DateTimeOffset at)
    {
        var info = Zones.Get(Zones.OrUtc(zone));
        return ByZone.TryGetValue(zone, out var letters)
            ? info.IsDaylightSavingTime(at) ? letters.Summer : letters.Winter
            : Say(info.GetUtcOffset(at));
    }

    /// <summary>The zone that people mean by these letters; the given one when it goes by them. Null for letters that nobody or too many use.</summary>
    public static string? Find(string letters, string preferred)
    {
        var word = letters.ToUpperInvariant();
        return ByZone.TryGetValue(preferred, out var own) && (own.Winter == word || own.Summer == word)
            ? preferred
            : ByLetters.GetValueOrDefault(word == "Z" ? "UTC" : word);
    }

    private static string Say(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        var minutes = offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}";
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{sign}{Math.Abs(offset.Hours)}{minutes}";
    }
}
