using System.Text.RegularExpressions;

namespace Postmortems.Domain.Incidents;

/// <summary>IANA time zones, as this machine knows them.</summary>
public static partial class Zones
{
    public const string Utc = "Etc/UTC";

    /// <summary>Names to choose from, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => Name().IsMatch(id)).Append(Utc).Distinct().Order(StringComparer.Ordinal)];

    public static bool Exists(string? name) => Find(name) is not null;

    /// <returns>Null when no zone has this name. Names of Windows zones are not accepted: they do not travel.</returns>
    public static TimeZoneInfo? Find(string? name) =>
        name is not null && Name().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <exception cref="RuleBrokenException">No zone has this name.</exception>
    public static TimeZoneInfo Get(string? name) =>
        Find(name) ?? throw new RuleBrokenException("time/zone", $"No time zone is called “{name}”. Use a name such as Europe/Berlin or America/New_York.");

    /// <summary>The zone to show times in when a document told one that no machine knows.</summary>
    public static string OrUtc(string? name) => Exists(name) ? name! : Utc;

    /// <summary>A file name is made of it, so nothing but letters, digits and the few signs that names have.</summary>
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
