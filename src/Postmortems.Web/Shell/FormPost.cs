using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;

namespace Postmortems.Web.Shell;

/// <summary>Answers a form that is one button: does it, leaves a sentence for the next page and leads there.</summary>
internal static class FormPost
{
    public const string ChangedAtOnce = "Somebody changed this at the same moment. Look again and repeat if it is still needed.";

    /// <summary>Routes that only forms of ours may send to: somebody is signed in and the antiforgery token is right.</summary>
    public static RouteGroupBuilder MapForms(this IEndpointRouteBuilder routes, string path)
    {
        var group = routes.MapGroup(path).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());
        group.AddEndpointFilter((context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
                ? next(context)
                : ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status400BadRequest)));
        return group;
    }

    /// <param name="next">Where to go, whether it was done or refused.</param>
    /// <param name="work">Gives the sentence, or null when there is no such thing.</param>
    public static async Task<IResult> AnswerAsync(HttpContext http, string next, Func<Task<Notice?>> work)
    {
        try
        {
            var notice = await work();

            if (notice is null)
            {
                return TypedResults.NotFound();
            }

            Notice.Leave(http, notice.Words, notice.Undo);
        }
        catch (RuleBrokenException broken)
        {
            Notice.Leave(http, broken.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            Notice.Leave(http, ChangedAtOnce);
        }

        return TypedResults.LocalRedirect(next);
    }
}
