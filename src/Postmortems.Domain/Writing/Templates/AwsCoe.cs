namespace Postmortems.Domain.Writing.Templates;

/// <summary>After the Correction of Error document that AWS describes.</summary>
internal static class AwsCoe
{
    public static Template Template { get; } = new(
        "aws-coe",
        "AWS COE",
        "Correction of Error: data first, then four groups of questions, whys, and what it means for security and the rest.",
        [
            new("Summary", "What happened, in a paragraph that stands alone? No names.", DraftFacts.Summary),
            new("Impact", "What did customers and the business lose, measured?", DraftFacts.Impact),
            new("Timeline", "From the first change that mattered until the last customer was well. Explain gaps longer than fifteen minutes.", DraftFacts.Timeline),
            new("Metrics", "Which graphs show it best? Add them with what to look at."),
            new("Incident questions", "Answer each in a sentence or two."),
            new("Detection", "When and how did we learn of it? How could that take half the time?", DraftFacts.Detection, Level: 3),
            new("Diagnosis", "What made it hard or easy to understand? Which view was missing?", Level: 3),
            new("Mitigation", "What ended the impact? How could that take half the time?", DraftFacts.Resolution, Level: 3),
            new("Prevention", "Was there a known risk, a test or a review that could have shown it?", Level: 3),
            new("Five whys", "Follow each contributing cause down until a change to a system or process would matter."),
            new("Contributing causes", "The conditions that the whys led to.", DraftFacts.Causes),
            new("Security and other pillars", "Does this say something about security, cost or sustainability elsewhere?"),
            new("Lessons learned", "What should a team that never heard of this incident take from it?"),
            new("Action items", "Owner, date and priority for each. Which lesson does each one serve?", DraftFacts.ActionItems),
            new("Related items", "Tickets, earlier documents and reviews."),
        ]);
}
