namespace Postmortems.Web.Ops;

/// <summary>Refuses an address with a NUL in it: nothing that is stored can match it, and PostgreSQL would answer with an error.</summary>
internal static class ReadableAddresses
{
    public static IApplicationBuilder UseReadableAddresses(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true || http.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) is true)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    });
}
