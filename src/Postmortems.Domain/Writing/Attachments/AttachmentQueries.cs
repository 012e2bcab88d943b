using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Attachments;

internal static class AttachmentQueries
{
    /// <summary>Until the transaction ends nobody else adds to this postmortem, so that the sum holds and the same bytes stand there once.</summary>
    public static Task OneAtATimeAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM postmortems WHERE id = {postmortem} FOR NO KEY UPDATE", cancel);

    public static async Task MustHaveRoomAsync(this PostmortemsDb db, Guid postmortem, int more, CancellationToken cancel)
    {
        var sum = await db.Attachments.Where(a => a.PostmortemId == postmortem && a.Deletion == null).SumAsync(a => (long)a.Size, cancel);

        if (sum + more > Attachment.LargestSum)
        {
            throw new RuleBrokenException("attachment/no-room", "The pictures of one postmortem may have up to 200 MB in all. Delete some that nobody needs, then add this one.");
        }
    }
}
