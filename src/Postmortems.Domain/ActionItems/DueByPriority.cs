namespace Postmortems.Domain.ActionItems;

/// <summary>When a promise is due unless somebody says otherwise: P0 in 7 days, P1 in 30, P2 in 90, P3 when there is an occasion.</summary>
public static class DueByPriority
{
    public static DateOnly? From(DateOnly day, Priority priority) => priority switch
    {
        Priority.P0 => day.AddDays(7),
        Priority.P1 => day.AddDays(30),
        Priority.P2 => day.AddDays(90),
        _ => null,
    };
}
