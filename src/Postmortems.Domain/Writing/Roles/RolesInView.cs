using Postmortems.Domain.Causes;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>What a published postmortem shows to readers who had no part in it, where its writers chose roles. Nothing stored changes.</summary>
internal static class RolesInView
{
    public static PostmortemView With(this PostmortemView view, RoleTokens roles) => view with
    {
        Roles = roles,
        Document = view.Document with
        {
            Text = roles.In(view.Document.Text),
            WrittenBy = roles.In(view.Document.WrittenBy),
            Writers = [.. view.Document.Writers.Select(roles.In)],
            Amendments = [.. view.Document.Amendments.Select(one => one with { Note = roles.In(one.Note), By = roles.In(one.By), Changes = one.Changes is { } changes ? roles.In(changes) : null })],
        },
        Causes = [.. view.Causes.Select(cause => cause.With(roles))],
        Promises = [.. view.Promises.Select(promise => promise with { Title = roles.In(promise.Title), Owner = promise.Owner is { } owner ? roles.In(owner) : null })],
    };

    public static PostmortemHead With(this PostmortemHead head, RoleTokens roles) => head with
    {
        Roles = roles,
        Title = roles.In(head.Title),
        Owner = head.Owner with { Name = roles.In(head.Owner.Name) },
        Facilitator = head.Facilitator is { } led ? led with { Name = roles.In(led.Name) } : null,
        Incidents = [.. head.Incidents.Select(incident => incident with { Title = roles.In(incident.Title) })],
    };

    public static CauseRow With(this CauseRow cause, RoleTokens roles) => cause with
    {
        Statement = roles.In(cause.Statement),
        Detail = roles.In(cause.Detail),
        Evidence = [.. cause.Evidence.Select(shown => shown with { Text = roles.In(shown.Text) })],
    };

    public static LiveFacts With(this LiveFacts facts, RoleTokens roles) => facts with
    {
        Timeline = [.. facts.Timeline.Select(entry => entry with { Text = roles.In(entry.Text) })],
        Windows = [.. facts.Windows.Select(window => window with { Text = roles.In(window.Text) })],
        People = [.. facts.People.Select(person => person with { Name = roles.In(person.Name) })],
    };
}
