using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Postmortems.Domain;
using Postmortems.Domain.ImportExport;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;
using Postmortems.Web.Shell;

namespace Postmortems.Web.ImportExport;

/// <summary>Imports for programs: multipart files, or JSON {"zone", "year", "files": [{"name", "text"}]}. Safe to repeat.</summary>
internal static class ImportApi
{
    private const string Bearer = "Bearer ";

    public static async Task<IResult> Import(HttpContext http, ClaimsPrincipal user, ImportAtOnce import, CancellationToken cancel)
    {
        // A browser sends its cookie by itself, so a cookie is no proof that somebody wanted this.
        if (!http.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.Of(StatusCodes.Status401Unauthorized, "account/no-token", "Send an API token: Authorization: Bearer pmt_… . Make one on your account page.");
        }

        try
        {
            user.ToActor().MustEdit();
            var (files, told) = await ReadAsync(http.Request, cancel);
            var outcomes = await import.RunAsync(user.ToActor(), files, told, cancel);
            return TypedResults.Ok(new ImportAnswer([.. outcomes.Select(outcome => FileAnswer.Of(outcome, http.Request))]));
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return Refusal.Of(StatusCodes.Status400BadRequest, "import/unreadable", "Send multipart files, or JSON such as {\"files\": [{\"name\": \"a.md\", \"text\": \"# Title\"}]}.");
        }
    }

    private static async Task<(List<DroppedFile> Files, ToldForAll Told)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancel);
            return (await DroppedFiles.OfAsync(form.Files, cancel), new ToldForAll(Blank(form["zone"]), Asked.Number(form["year"])));
        }

        if (!request.HasJsonContentType())
        {
            throw new InvalidDataException();
        }

        var asked = await request.ReadFromJsonAsync<ImportRequest>(cancel) ?? throw new JsonException();
        var files = asked.Files?.OfType<ImportRequestFile>().Select(file => new DroppedFile(file.Name ?? "document.md", Encoding.UTF8.GetBytes(file.Text ?? ""))).ToList();
        return (files ?? [], new ToldForAll(Blank(asked.Zone), asked.Year));
    }

    private static string? Blank(string? zone) => string.IsNullOrWhiteSpace(zone) ? null : zone;
}

public sealed record ImportRequest(string? Zone, int? Year, List<ImportRequestFile>? Files);

public sealed record ImportRequestFile(string? Name, string? Text);

public sealed record ImportAnswer(IReadOnlyList<FileAnswer> Files);

/// <param name="Number">Of the postmortem; null when the file was refused, and <paramref name="Problem"/> says why.</param>
public sealed record FileAnswer(string File, int? Number, string? Url, string? Title, bool WasImportedBefore, IReadOnlyList<string> Warnings, string? Problem)
{
    internal static FileAnswer Of(ImportOutcome outcome, HttpRequest request) => new(
        outcome.File,
        outcome.Number,
        outcome.Number is { } number ? $"{request.Scheme}://{request.Host}{Urls.Postmortem(number)}" : null,
        outcome.Title,
        outcome.WasImportedBefore,
        outcome.Warnings,
        outcome.Problem);
}
