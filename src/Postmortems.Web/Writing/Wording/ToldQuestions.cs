using System.Text.Json;
using Postmortems.Domain.Writing.Wording;

namespace Postmortems.Web.Writing.Wording;

/// <summary>What a window is told of the wording of its text.</summary>
/// <param name="Coached">The smaller questions are among them.</param>
public sealed record ToldQuestions(bool Coached, IReadOnlyList<ToldQuestion> Open, IReadOnlyList<ToldAnswer> Answered)
{
    public static ToldQuestions Of(WordingView view) => new(
        view.IsCoached,
        [.. view.Open.Select(question => new ToldQuestion(
            question.Start, question.Length, question.About.Rule, question.About.Phrase, question.About.Before, question.About.After, question.Weight, question.Why, question.Question, question.Suggestion,
            question.Rewording is { } sure ? new ToldRewording(sure.Start, sure.Was, sure.Words) : null))],
        [.. view.Answered.Select(answer => new ToldAnswer(
            answer.Id, JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString()), answer.About.Rule, answer.About.Phrase, answer.About.Before, answer.About.After, answer.Reason, answer.By, answer.At))]);
}

/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Weight">The greater, the sooner it is asked.</param>
public sealed record ToldQuestion(int Start, int Length, string Rule, string Phrase, string Before, string After, int Weight, string Why, string Question, string? Suggestion, ToldRewording? Rewording);

/// <summary>An edit that is sure to say the same without the phrase.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
public sealed record ToldRewording(int Start, string Was, string Words);

/// <param name="Kind">kept, notBlame, off, becameCause or becameDecision.</param>
public sealed record ToldAnswer(Guid Id, string Kind, string Rule, string Phrase, string Before, string After, string Reason, string By, DateTimeOffset At);
