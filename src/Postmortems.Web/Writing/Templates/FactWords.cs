using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Web.Writing.Templates;

/// <summary>What the product can fill in, in words.</summary>
internal static class FactWords
{
    public static string Say(DraftFacts facts) => facts switch
    {
        DraftFacts.Head => "Incidents, services and people",
        DraftFacts.Summary => "The incident's summary",
        DraftFacts.Impact => "When it hurt whom, and which services",
        DraftFacts.Detection => "When it was detected",
        DraftFacts.Resolution => "When it was mitigated and resolved",
        DraftFacts.Timeline => "The timeline",
        DraftFacts.People => "Owner and facilitator",
        DraftFacts.Causes => "The causes, always current",
        DraftFacts.ActionItems => "The action items, always current",
        _ => "Nothing",
    };
}
