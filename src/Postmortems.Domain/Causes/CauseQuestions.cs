namespace Postmortems.Domain.Causes;

/// <summary>What a good reviewer would ask about a list of causes. Questions, never marks.</summary>
public static class CauseQuestions
{
    public static IReadOnlyList<CauseQuestion> About(IReadOnlyList<CauseRow> causes)
    {
        if (causes.Count == 0)
        {
            return [new("Which conditions came together? “Not determined” is a proper answer", false)];
        }

        var questions = causes
            .Where(cause => cause.Evidence.Count == 0)
            .Select(cause => new CauseQuestion($"What shows that {Quoted(cause.Statement)}?", false, cause.Id))
            .ToList();

        questions.AddRange(causes.Where(cause => cause.Leaf is null).Select(cause => new CauseQuestion($"What kind of cause is {Quoted(cause.Statement)}?", false, cause.Id)));

        questions.Add(causes.Any(cause => cause.Role == CauseRole.LimitedImpact)
            ? new("Something that limited the impact is named", true)
            : new("What kept this from being worse? A defence that held is a cause too", false));

        questions.Add(causes.Any(cause => cause.Role == CauseRole.Trigger)
            ? new("What changed just before is named", true)
            : new("What changed, or was different, just before it began?", false));

        questions.Add(causes.Count switch
        {
            1 => new("Was this enough alone? What had to be so already?", false),
            2 => new("Two causes are named. What else had to be so?", false),
            _ => new("Three or more causes", true),
        });

        return [.. questions.OrderBy(question => question.IsAnswered)];
    }

    private static string Quoted(string statement) => $"“{Shortened.To(statement, 70)}”";
}

/// <param name="Cause">The cause that it asks about, or null when it asks about the list.</param>
public sealed record CauseQuestion(string Sentence, bool IsAnswered, Guid? Cause = null);
