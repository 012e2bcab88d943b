using System.Security.Claims;
using Postmortems.Domain;
using Postmortems.Domain.ImportExport;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.ImportExport;

/// <summary>Takes the files that somebody dropped or chose.</summary>
internal static class ImportForms
{
    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    public static async Task<IResult> Drop(IFormCollection form, ClaimsPrincipal user, HttpContext http, BeginImport begin, CancellationToken cancel)
    {
        try
        {
            var id = Guid.TryParse(form["Id"], out var made) ? made : Guid.CreateVersion7();
            await begin.RunAsync(user.ToActor(), id, await DroppedFiles.OfAsync(form.Files, cancel), cancel);
            return TypedResults.LocalRedirect(Urls.ImportOf(id));
        }
        catch (RuleBrokenException broken)
        {
            Notice.Leave(http, broken.Message);
            return TypedResults.LocalRedirect(Urls.Import);
        }
    }
}
