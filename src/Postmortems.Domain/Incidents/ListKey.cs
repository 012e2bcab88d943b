using System.Globalization;

namespace Postmortems.Domain.Incidents;

/// <summary>A place in the list of incidents, so that every page costs the same. In addresses: "1763384527000000-214", microseconds and number.</summary>
public sealed record ListKey(DateTimeOffset ListedAt, int Number)
{
    private const long Span = TimeSpan.TicksPerMicrosecond;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(ListedAt - DateTimeOffset.UnixEpoch).Ticks / Span}-{Number}");

    /// <returns>Null for what is no key, such as an address that somebody shortened.</returns>
    public static ListKey? Read(string? text)
    {
        var dash = text?.LastIndexOf('-') ?? -1;

        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(microseconds) < 8_000_000_000_000_000
                ? new ListKey(DateTimeOffset.UnixEpoch.AddTicks(microseconds * Span), number)
                : null;
    }
}
