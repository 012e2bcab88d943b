using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain;

namespace Postmortems.Web.Ops;

/// <summary>How a no is answered: by which status, and to programs as problem details with our code.</summary>
internal static class Refusal
{
    public static int StatusOf(RuleBrokenException broken) =>
        broken.Code.StartsWith("account/may-not", StringComparison.Ordinal) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;

    public static ProblemHttpResult Of(RuleBrokenException broken) => Of(StatusOf(broken), broken.Code, broken.Message);

    public static ProblemHttpResult Of(int status, string code, string sentence) =>
        TypedResults.Problem(sentence, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
