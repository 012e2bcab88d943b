namespace Postmortems.Web.Writing.Comments;

internal static class CommentWords
{
    public static string Open(int threads) => threads switch
    {
        0 => "No open comments",
        1 => "1 open comment",
        _ => $"{threads} open comments",
    };
}
