namespace Postmortems.Domain.Writing.Comments;

public static class CommentBell
{
    /// <summary>What instances listen for. It only says of which postmortem the threads changed.</summary>
    public const string Name = "comments";
}
