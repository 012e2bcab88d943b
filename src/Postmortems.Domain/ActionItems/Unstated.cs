namespace Postmortems.Domain.ActionItems;

/// <summary>The time of what was so before the product heard of it, when nobody said since when. It comes before every time that is known.</summary>
public static class Unstated
{
    /// <summary>PostgreSQL keeps it as minus infinity, so lists need no second column to sort it last.</summary>
    public static readonly DateTimeOffset Time = DateTimeOffset.MinValue;

    /// <returns>Null when nobody stated it. Whoever shows a time asks for this one.</returns>
    public static DateTimeOffset? Known(this DateTimeOffset at) => at == Time ? null : at;
}
