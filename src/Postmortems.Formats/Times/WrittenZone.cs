namespace Postmortems.Formats.Times;

/// <summary>A zone as written.</summary>
/// <param name="Iana">Null when only an offset is written.</param>
/// <param name="Offset">What the words say; null for words that leave summer time open (PT, Europe/Paris).</param>
/// <param name="HasOthers">The letters name other zones too.</param>
internal sealed record WrittenZone(string? Iana, TimeSpan? Offset, string AsWritten, bool HasOthers = false)
{
    public static readonly WrittenZone Utc = new("UTC", TimeSpan.Zero, "UTC");
}
