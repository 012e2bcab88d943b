namespace Postmortems.Domain.Writing.Templates;

/// <summary>Our own shortest form.</summary>
internal static class Plain
{
    public static Template Template { get; } = new(
        "plain",
        "Plain",
        "The fewest headings that still teach something: what happened, why it could, what helped, what will change.",
        [
            new("Summary", "What happened, to whom, for how long? Two or three sentences.", DraftFacts.Summary),
            new("Impact", "Who noticed, and what could they not do?", DraftFacts.Impact),
            new("What happened", "Tell it in order, as people saw it at the time.", DraftFacts.Timeline),
            new("Contributing causes", "Which conditions came together? What was there long before?", DraftFacts.Causes),
            new("What went well", "What kept this small?"),
            new("Where we got lucky", "What would have made it worse?"),
            new("What we learned", "What do we know now that others should?"),
            new("Action items", "What will be different, and who sees to it?", DraftFacts.ActionItems),
        ]);
}
