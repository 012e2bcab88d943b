namespace Postmortems.Web.Writing;

/// <summary>The boxes of one name that were ticked; a list of boxes posts only these.</summary>
internal static class Ticked
{
    public static IReadOnlyList<Guid> Of(HttpContext http, string name) =>
        http.Request.HasFormContentType
            ? [.. http.Request.Form[name].Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()]
            : [];
}
