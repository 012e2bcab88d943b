using System.Globalization;

namespace Postmortems.Domain.Search;

/// <summary>Where a page of results ends, so that the next begins after it at any depth.</summary>
internal sealed record SearchKey(int Score, DateTimeOffset At, Guid SubjectId)
{
    public static readonly SearchKey First = new(int.MaxValue, DateTimeOffset.MaxValue, Guid.AllBitsSet);

    public static SearchKey Read(string? written) =>
        written?.Split('.') is [var score, var at, var subject]
        && int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var points)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(subject, "N", out var id)
            ? new SearchKey(points, new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : First;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score}.{At.UtcTicks}.{SubjectId:N}");
}
