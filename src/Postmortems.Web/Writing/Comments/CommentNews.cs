using System.Net.ServerSentEvents;

namespace Postmortems.Web.Writing.Comments;

internal static class CommentNews
{
    /// <summary>Somebody said something, or settled it. Each window reads for itself what its reader may see.</summary>
    public static readonly SseItem<string> Changed = new("", "comments");
}
