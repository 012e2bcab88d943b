using System.Globalization;
using Postmortems.Domain.Ops;

namespace Postmortems.Web.Ops;

/// <summary>The place in the audit log where a page ends, as it stands in an address: microseconds and id.</summary>
internal static class AuditKeyText
{
    public static string Write(AuditKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks}.{key.Id:n}");

    /// <returns>Null for anything else, which shows the first page.</returns>
    public static AuditKey? Read(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        && since < DateTimeOffset.MaxValue.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks
        && Guid.TryParseExact(id, "n", out var guid)
            ? new AuditKey(DateTimeOffset.UnixEpoch.AddTicks(since), guid)
            : null;
}
