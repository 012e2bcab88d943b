using Postmortems.Domain.Reviews;

namespace Postmortems.Web.Reviews;

/// <summary>Addresses of the places where something missing can be added.</summary>
internal static class Places
{
    public static string Of(Place place, int postmortem) => place switch
    {
        Place.Section section => Urls.PostmortemPart(postmortem, section.HeadingId),
        Place.Causes => Urls.Causes(postmortem),
        Place.OneCause cause => Urls.EditCause(postmortem, cause.Id),
        Place.Promise promise => Urls.ActionItem(promise.Number),
        Place.Incident incident => Urls.EditIncident(incident.Number),
        _ => Urls.Postmortem(postmortem),
    };
}
