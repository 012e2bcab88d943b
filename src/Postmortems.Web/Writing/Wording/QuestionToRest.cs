using System.Text.Json;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Wording;

namespace Postmortems.Web.Writing.Wording;

/// <summary>The question about a wording that somebody is about to answer by noting something. It rests once that is stored, not before.</summary>
public sealed record QuestionToRest(Guid Id, AskedPhrase About)
{
    /// <param name="asked">As the card put it into its link: <c>{"id","rule","phrase","before","after"}</c>.</param>
    /// <returns>Null when there is none, or none that can be read: what is noted is worth storing without it.</returns>
    public static QuestionToRest? Read(string? asked)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Link>(asked, JsonSerializerOptions.Web) is { } link && link.Id != Guid.Empty
                ? new QuestionToRest(link.Id, new AskedPhrase(link.Rule ?? "", link.Phrase ?? "", link.Before ?? "", link.After ?? ""))
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or RuleBrokenException)
        {
            return null;
        }
    }

    /// <param name="became">What the answer says now.</param>
    public Task RestAsync(AnswerWording answer, Actor actor, int postmortem, WordingAnswerKind kind, string? became, CancellationToken cancel) =>
        answer.RunAsync(actor, postmortem, Id, kind, About, Shortened.To((became ?? "").Trim(), WordingAnswer.LongestReason), cancel);

    private sealed record Link(Guid Id, string? Rule, string? Phrase, string? Before, string? After);
}
