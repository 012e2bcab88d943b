using Postmortems.Language;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>A question about a phrase of a text.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Weight">The greater, the sooner it is asked where not all are shown.</param>
/// <param name="Suggestion">One way to go, where there is one.</param>
/// <param name="Rewording">An edit that is sure to say the same, where there is one.</param>
public sealed record WordingQuestion(int Start, int Length, AskedPhrase About, int Weight, string Why, string Question, string? Suggestion, Rewording? Rewording)
{
    /// <summary>So many questions are shown at once: more would be a list of faults.</summary>
    public const int MostAtOnce = 7;
}

public sealed record WordingAnswerRow(Guid Id, WordingAnswerKind Kind, AskedPhrase About, string Reason, string By, DateTimeOffset At);

/// <param name="Open">In the order of the text.</param>
/// <param name="Answered">What stands, the newest first.</param>
public sealed record WordingView(bool IsCoached, IReadOnlyList<WordingQuestion> Open, IReadOnlyList<WordingAnswerRow> Answered);
