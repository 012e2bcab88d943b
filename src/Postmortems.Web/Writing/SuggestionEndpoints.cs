using System.Security.Claims;
using Postmortems.Domain.Writing.References;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Writing;

/// <summary>What the editor offers behind @ and #.</summary>
internal static class SuggestionEndpoints
{
    public static void MapSuggestions(this IEndpointRouteBuilder routes)
    {
        var suggestions = routes.MapGroup(Urls.ApiSuggestions).RequireAuthorization().WithTags("Suggestions");

        suggestions.MapGet("/people", People).WithSummary("People whose names hold some letters");
        suggestions.MapGet("/references", Things).WithSummary("Incidents, postmortems, action items and patterns by number or title");
    }

    private static async Task<PersonSuggestion[]> People(string? words, ClaimsPrincipal user, SuggestPeople suggest, CancellationToken cancel) =>
        [.. (await suggest.RunAsync(user.ToActor(), words, cancel)).Select(name => new PersonSuggestion(name))];

    private static async Task<ReferenceSuggestion[]> Things(string? words, ClaimsPrincipal user, SuggestReferences suggest, CancellationToken cancel) =>
        [.. (await suggest.RunAsync(user.ToActor(), words, cancel)).Select(found => new ReferenceSuggestion(found.Is.ToString(), found.Is.Kind, found.Title))];
}

public sealed record PersonSuggestion(string Name);

/// <param name="Reference">As it stands in a text: INC-5.</param>
public sealed record ReferenceSuggestion(string Reference, string Kind, string Title);
