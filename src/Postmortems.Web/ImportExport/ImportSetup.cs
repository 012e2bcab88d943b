using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Postmortems.Domain.ImportExport;

namespace Postmortems.Web.ImportExport;

/// <summary>Importing takes more files and bytes than other requests may bring.</summary>
internal static class ImportSetup
{
    /// <summary>The files, and room for what a form wraps around them.</summary>
    private const long LargestRequest = ImportLimits.LargestImport + 10_000_000;

    public static void AddImports(this IServiceCollection services) =>
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = ImportLimits.MostFiles + 100;
            form.MultipartBodyLengthLimit = LargestRequest;
        });

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var large = new RequestSizeLimitAttribute(LargestRequest);
        routes.MapPost(Urls.ImportFiles, ImportForms.Drop).WithMetadata(large);
        routes.MapPost(Urls.ApiImports, ImportApi.Import).WithMetadata(large).DisableAntiforgery()
            .WithTags("Imports").WithSummary("Import documents: each becomes an incident with a published postmortem")
            .RequireAuthorization();
    }
}
