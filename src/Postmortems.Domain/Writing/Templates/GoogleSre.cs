namespace Postmortems.Domain.Writing.Templates;

/// <summary>After the example postmortem of the Google SRE book.</summary>
internal static class GoogleSre
{
    public static Template Template { get; } = new(
        "google-sre",
        "Google SRE",
        "Short and complete: summary, impact, causes, trigger, lessons in three lists, timeline last. A good first choice.",
        [
            new("About", "Who wrote this and what it is about. Mostly filled in for you.", DraftFacts.Head),
            new("Summary", "What happened, to whom, for how long? Two sentences that a colleague from another team understands.", DraftFacts.Summary),
            new("Impact", "Who noticed, and what could they not do? Give numbers with their uncertainty.", DraftFacts.Impact),
            new("Root Causes", "Which conditions had to come together? There is rarely one alone. Name conditions, not people.", DraftFacts.Causes),
            new("Trigger", "What changed, or what was different, just before it began?"),
            new("Resolution", "What ended the impact? What was tried before, and why did it look right then?", DraftFacts.Resolution),
            new("Detection", "Who or what noticed first? Could it have been noticed earlier, and by what?", DraftFacts.Detection),
            new("Action Items", "What will be different, and how will somebody else see that it is? Each has one owner and a date.", DraftFacts.ActionItems),
            new("Lessons Learned", "What do we know now that we did not know that morning?"),
            new("What went well", "Which defence, habit or person's help kept this small?", Level: 3),
            new("What went wrong", "What made it harder to see, to decide or to act?", Level: 3),
            new("Where we got lucky", "What would have made it worse? What was in place by chance rather than by design?", Level: 3),
            new("Timeline", "What happened when, as people saw it at the time? Say where each time comes from.", DraftFacts.Timeline),
            new("Supporting information", "Links to dashboards, logs and conversations that others may want to read."),
        ]);
}
