using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Postmortems.Domain;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing.Attachments;

/// <summary>Pictures of a postmortem: shown to who may read it, added and deleted by who may write it.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/attachments/{id:guid}", ["GET", "HEAD"], Show).RequireAuthorization();
        routes.MapPut("/api/postmortems/{number:int}/attachments/{id:guid}", Add).RequireAuthorization().DisableAntiforgery()
            .WithTags("Attachments").WithSummary("Adds a picture, its bytes as the body, under an id that the caller makes. Safe to repeat");

        var forms = routes.MapForms("/postmortems/{number:int}/attachments");
        forms.MapPost("/files", AddByForm);
        forms.MapPost("/{id:guid}/deletion", Delete);
        forms.MapPost("/{id:guid}/deletion/undo", Restore);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, ReadAttachment read, CancellationToken cancel)
    {
        var known = http.Request.GetTypedHeaders().IfNoneMatch is [var tag, ..] ? tag.Tag.Value?.Trim('"') : null;

        if (await read.RunAsync(http.User.ToActor(), id, known, cancel) is not { } picture)
        {
            return TypedResults.NotFound();
        }

        var name = new ContentDispositionHeaderValue("inline");
        name.SetHttpFileName(picture.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = name.ToString();
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.ETag = $"\"{picture.Fingerprint}\"";

        return picture.Bytes is null ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(picture.Bytes, picture.MediaType);
    }

    private static async Task<Results<Ok<AddedAnswer>, NotFound, ProblemHttpResult>> Add(int number, Guid id, string? name, HttpContext http, AddAttachment add, CancellationToken cancel)
    {
        try
        {
            var actor = http.User.ToActor();
            actor.MustEdit();
            var bytes = await UpToAsync(http.Request.Body, http.Request.ContentLength, cancel);
            return await add.RunAsync(actor, number, id, name ?? "", bytes, cancel) is { } added ? TypedResults.Ok(AddedAnswer.Of(added)) : TypedResults.NotFound();
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
    }

    private static Task<IResult> AddByForm(int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, AddAttachment add, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Attachments(number), async () =>
        {
            if (form.Files is not [{ FileName.Length: > 0 } file, ..])
            {
                return new Notice("Choose a picture first.");
            }

            await using var body = file.OpenReadStream();
            var id = Guid.TryParse(form["Id"], out var made) ? made : Guid.CreateVersion7();
            var added = await add.RunAsync(user.ToActor(), number, id, file.FileName, await UpToAsync(body, file.Length, cancel), cancel);
            return added is null ? null : new Notice($"{added.Name} is added. Copy its line into the text where it should stand.{(added.PlaceRemoved ? " " + AddedAnswer.Removed : "")}");
        });

    private static Task<IResult> Delete(int number, Guid id, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeleteAttachment delete, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Attachments(number), async () =>
            await delete.RunAsync(user.ToActor(), number, id, cancel) ? new Notice("The picture is deleted.", Urls.RestoreAttachment(number, id)) : null);

    private static Task<IResult> Restore(int number, Guid id, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestoreAttachment restore, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Attachments(number), async () =>
            await restore.RunAsync(user.ToActor(), number, id, cancel) ? new Notice("The picture is back.") : null);

    /// <summary>Reads no further than is needed to say that it is too much.</summary>
    private static async Task<byte[]> UpToAsync(Stream body, long? length, CancellationToken cancel)
    {
        const int Most = Attachment.LargestFile + 1;

        if (length >= Most)
        {
            return new byte[Most];
        }

        using var read = new MemoryStream((int)(length ?? 0));
        var portion = new byte[81_920];

        while (read.Length < Most && await body.ReadAsync(portion, cancel) is > 0 and var count)
        {
            read.Write(portion, 0, count);
        }

        return read.ToArray();
    }
}

/// <param name="Url">What the text links to; it tells the size too, so that pages do not jump.</param>
public sealed record AddedAnswer(string Url, string Name, string? Note)
{
    internal const string Removed = "What the file told beside the picture, such as where and with what it was made, was removed; the picture itself is unchanged.";

    internal static AddedAnswer Of(AddedAttachment added) => new(Urls.Attachment(added.Id, added.Width, added.Height), added.Name, added.PlaceRemoved ? Removed : null);
}
