using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ActionItems;

/// <summary>A postmortem with promises, for tests.</summary>
internal static class Promised
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static async Task<Postmortem> PostmortemAsync(this PostmortemsApp app, string title = "Labels could not be created")
    {
        var incident = new Incident(title, Severity.Sev2, "Europe/Berlin", app.Ada.Id, Noon);
        var postmortem = new Postmortem(title, "plain", app.Ada.Id, [incident.Id], Noon);
        await app.StoreAsync(incident, postmortem, new Document(postmortem.Id, $"# {title}\n", app.Ada.Id, Noon));
        return postmortem;
    }

    public static async Task<ActionItem> PromiseAsync(
        this PostmortemsApp app, Postmortem postmortem, string title, Guid? owner = null, DateOnly? due = null, Action<ActionItem>? then = null)
    {
        var item = new ActionItem(postmortem.Id, title, ActionItemType.Prevent, Priority.P1, app.Ada.Id, Noon);
        item.GiveTo(owner, due);
        then?.Invoke(item);
        await app.StoreAsync(item);
        return item;
    }

    public static async Task<Cause> CauseAsync(this PostmortemsApp app, Postmortem postmortem, string statement)
    {
        var cause = new Cause(postmortem.Id, statement, CauseRole.MadePossible, 0, app.Ada.Id, Noon);
        await app.StoreAsync(cause);
        return cause;
    }
}
