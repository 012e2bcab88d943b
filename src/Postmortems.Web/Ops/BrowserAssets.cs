using Microsoft.AspNetCore.StaticFiles;

namespace Postmortems.Web.Ops;

/// <summary>Serves what the build of the browser assets made: kept for ever by browsers, compressed beforehand.</summary>
internal static class BrowserAssets
{
    private const string Folder = "/assets";

    public static IApplicationBuilder UseBrowserAssets(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;

        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal) && TakesBrotli(http.Request))
            {
                var twin = http.Request.Path.Value + ".br";
                if (files.GetFileInfo(twin).Exists)
                {
                    http.Request.Path = twin;
                }
            }

            return next(http);
        });

        return app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new AssetTypes(),
            OnPrepareResponse = asset => Label(asset.Context),
        });
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0);

    private static void Label(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Vary = "Accept-Encoding";

        if (!http.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal))
        {
            headers.CacheControl = "public, max-age=86400";
            return;
        }

        headers.CacheControl = "public, max-age=31536000, immutable";
        if (http.Request.Path.Value!.EndsWith(".br", StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
        }
    }

    /// <summary>A compressed twin has the type of what it holds.</summary>
    private sealed class AssetTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider plain = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            plain.TryGetContentType(subpath.EndsWith(".br", StringComparison.Ordinal) ? subpath[..^3] : subpath, out contentType);
    }
}
