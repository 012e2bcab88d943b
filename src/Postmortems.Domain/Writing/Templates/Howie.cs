namespace Postmortems.Domain.Writing.Templates;

/// <summary>After the report of the Howie guide to post-incident learning.</summary>
internal static class Howie
{
    public static Template Template { get; } = new(
        "howie",
        "Howie",
        "A narrative told from several points of view, with themes and surprises. For incidents worth an investigation.",
        [
            new("Overview", "What is this report about, and why is it worth a colleague's half hour?", DraftFacts.Summary),
            new("Key roles", "Which parts did people play, and from when to when? Roles are enough.", DraftFacts.People),
            new("Narrative", "Tell what people saw, thought and did at the time, in their words where you can."),
            new("Detection", "What told whom that something was wrong? What else did it look like?", DraftFacts.Detection, Level: 3),
            new("Diagnosis", "Which ideas did people have, and what made each one likely or unlikely?", Level: 3),
            new("Repair", "What was tried, what did it change, and how did people know?", DraftFacts.Resolution, Level: 3),
            new("Key moments", "When did the understanding change? What made it change?", DraftFacts.Timeline, Level: 3),
            new("Contributing factors", "Which conditions, together, made this possible and shaped how it went?", DraftFacts.Causes),
            new("Impact", "Who felt it, how, and for how long?", DraftFacts.Impact),
            new("Takeaways", "Which themes appear? What surprised people, and what should others know?"),
            new("Open questions", "What do we still not know, and who could find out?"),
            new("Action items", "What do the people closest to the work want to change?", DraftFacts.ActionItems),
        ]);
}
