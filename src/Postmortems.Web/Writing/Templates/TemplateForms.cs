using Postmortems.Domain.Writing.Templates;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing.Templates;

/// <summary>Deletes and restores the team's templates; the pages and Undo send here.</summary>
internal static class TemplateForms
{
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        var template = routes.MapForms("/templates/{id:guid}");

        template.MapPost("/deletion", Delete);
        template.MapPost("/deletion/undo", Restore);
    }

    private static Task<IResult> Delete(Guid id, HttpContext http, DeleteTemplate delete, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Templates, async () =>
        await delete.RunAsync(http.User.ToActor(), id, cancel) is { } name ? new Notice($"“{name}” is deleted.", Urls.RestoreTemplate(id)) : null);

    private static Task<IResult> Restore(Guid id, HttpContext http, RestoreTemplate restore, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Templates, async () =>
        await restore.RunAsync(http.User.ToActor(), id, cancel) is { } name ? new Notice($"“{name}” is back.") : null);
}
