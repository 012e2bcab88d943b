namespace Postmortems.Domain.Writing.Templates;

/// <summary>After PagerDuty's public postmortem template.</summary>
internal static class PagerDuty
{
    public static Template Template { get; } = new(
        "pagerduty",
        "PagerDuty",
        "For teams with roles during response: overview, contributing factors, responders, and the messages that went out.",
        [
            new("About", "Owner, meeting and recording of the call. Mostly filled in for you.", DraftFacts.Head),
            new("Overview", "One or two sentences: what happened, and what was it like for customers?", DraftFacts.Summary),
            new("What Happened", "Tell it as a story for somebody who was not there."),
            new("Contributing Factors", "Which conditions made this possible, larger or longer? Include what was already there.", DraftFacts.Causes),
            new("Resolution", "What ended it for now, and what ends it for good?", DraftFacts.Resolution),
            new("Impact", "How long at each severity, how many customers, how many requests or messages?", DraftFacts.Impact),
            new("Responders", "Who took which role? Roles are enough, names are not needed.", DraftFacts.People),
            new("Timeline", "Each line with its time and a link to the data behind it.", DraftFacts.Timeline),
            new("How'd We Do?", "Look at the response itself, not at the fault."),
            new("What Went Well?", "What would you want to happen again next time?", Level: 3),
            new("What Didn't Go So Well?", "Where did people wait, search or guess? What would have helped them?", Level: 3),
            new("Action Items", "What will be different? Few and certain beats many and hopeful.", DraftFacts.ActionItems),
            new("Messaging", "What was said inside and outside, so that the next responder can borrow it."),
            new("Internal Email", "What colleagues were told.", Level: 3),
            new("External Message", "What customers were told: what happened, and what we are doing about it.", Level: 3),
        ]);
}
