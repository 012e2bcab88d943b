using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Attachments;

internal static class AttachmentQueries
{
    public static async Task MustHaveRoomAsync(this PostmortemsDb db, Guid postmortem, int more, CancellationToken cancel)
    {
        var sum = await db.Attachments.Where(a => a.PostmortemId == postmortem && a.Deletion == null).SumAsync(a => (long)a.Size, cancel);

        if (sum + more > Attachment.LargestSum)
        {
            throw new RuleBrokenException("attachment/no-room", "The pictures of one postmortem may have up to 200 MB in all. Delete some that nobody needs, then add this one.");
        }
    }
}
