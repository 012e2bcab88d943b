namespace Postmortems.Domain.Writing.Wording;

/// <summary>What the writers of a document answered to a question about its wording. The question rests for as long as the answer stands.</summary>
public sealed class WordingAnswer
{
    public const int LongestReason = 500;

    private WordingAnswer()
    {
    }

    public WordingAnswer(Guid id, Guid postmortemId, WordingAnswerKind kind, AskedPhrase about, string? reason, Guid by, DateTimeOffset at)
    {
        Id = id;
        PostmortemId = postmortemId;
        Kind = kind;
        Rule = about.Rule;
        Phrase = about.Phrase;
        Before = about.Before;
        After = about.After;
        Reason = AcceptReason(kind, reason);
        By = by;
        At = at;
    }

    public Guid Id { get; private set; }

    public Guid PostmortemId { get; private set; }

    public WordingAnswerKind Kind { get; private set; }

    public string Rule { get; private set; } = "";

    public string Phrase { get; private set; } = "";

    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Deletion? Deletion { get; private set; }

    public AskedPhrase About => new(Rule, Phrase, Before, After);

    /// <summary>The question is asked again. Others than who answered may do that: the document is theirs too.</summary>
    public void TakeBack(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;

    private static string AcceptReason(WordingAnswerKind kind, string? reason) =>
        DocumentText.Accept(reason ?? "").Trim() switch
        {
            "" when kind is WordingAnswerKind.Kept or WordingAnswerKind.BecameCause or WordingAnswerKind.BecameDecision => throw new RuleBrokenException("wording/no-reason", "Say in a few words why it stays as it is."),
            { Length: > LongestReason } => throw new RuleBrokenException("wording/reason-too-long", $"A reason holds up to {LongestReason} characters. Longer thoughts belong in the document."),
            var said => said,
        };
}

public enum WordingAnswerKind
{
    /// <summary>It stays as it is, with a reason in words.</summary>
    Kept,

    /// <summary>The question does not fit here.</summary>
    NotBlame,

    /// <summary>The document is not asked this question any more.</summary>
    Off,

    /// <summary>What somebody knew about it is a cause now; the reason holds its words.</summary>
    BecameCause,

    /// <summary>What somebody knew about it is a decision of the timeline now.</summary>
    BecameDecision,
}
