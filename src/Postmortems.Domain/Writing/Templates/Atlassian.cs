namespace Postmortems.Domain.Writing.Templates;

/// <summary>After the template of Atlassian's incident handbook.</summary>
internal static class Atlassian
{
    public static Template Template { get; } = new(
        "atlassian",
        "Atlassian",
        "Follows the incident from leadup to recovery, then asks whether the backlog knew and whether it happened before.",
        [
            new("Incident summary", "What broke, for whom, how badly, for how long?", DraftFacts.Summary),
            new("Leadup", "What happened in the hours, days or weeks before that set the stage?"),
            new("Fault", "What did not work as it was meant to? Show the graph or the error."),
            new("Impact", "What did users see, how many of them, and did they write to us?", DraftFacts.Impact),
            new("Detection", "How did we find out? How could the time until we knew be half as long?", DraftFacts.Detection),
            new("Response", "Who responded, when, and what was in their way?", DraftFacts.People),
            new("Recovery", "How was service restored, and how did we know that it was?", DraftFacts.Resolution),
            new("Timeline", "All times in one zone. Include what led up to it and what followed.", DraftFacts.Timeline),
            new("Five whys", "Ask why from more than one starting point. Stop where an answer would name a person, and ask what they saw instead."),
            new("Root cause", "Which conditions, together, made this happen? A list is a better answer than a line.", DraftFacts.Causes),
            new("Backlog check", "Was there work in the backlog that would have prevented or shortened this? Why was it sensible to wait?"),
            new("Recurrence", "Has this happened before? What was different about what we did then?"),
            new("Lessons learned", "What went well, what was hard, what surprised you?"),
            new("Corrective actions", "What will be different, who owns it, by when?", DraftFacts.ActionItems),
        ]);
}
