using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Readers of a published postmortem rely on its causes, too: what becomes of one is an amendment that they see.</summary>
internal static class CauseAmendments
{
    public static void AmendIfPublished(this PostmortemsDb db, Postmortem postmortem, string changes, Guid by, DateTimeOffset at)
    {
        if (postmortem.Publication is not null)
        {
            db.Amendments.Add(new Amendment(postmortem.Id, changes, "The causes are told anew.", by, at));
        }
    }
}
