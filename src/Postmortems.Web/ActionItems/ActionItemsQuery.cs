using Postmortems.Domain.ActionItems;

namespace Postmortems.Web.ActionItems;

/// <summary>Reads from an address which action items to show. What cannot be read filters nothing.</summary>
internal static class ActionItemsQuery
{
    public static ActionItemView View(HttpContext http) => Value<ActionItemView>(http, "view") ?? ActionItemView.Open;

    public static ActionItemFilter Filter(HttpContext http) => new(
        Id(http, "owner"),
        Id(http, "service"),
        Value<Priority>(http, "priority"),
        Value<ActionItemType>(http, "type"),
        http.Request.Query["words"].ToString() is { Length: > 0 } words ? words : null);

    private static Guid? Id(HttpContext http, string name) => Guid.TryParse(http.Request.Query[name].ToString(), out var id) ? id : null;

    private static T? Value<T>(HttpContext http, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(http.Request.Query[name].ToString(), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
