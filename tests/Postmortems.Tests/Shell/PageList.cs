namespace Postmortems.Tests.Shell;

/// <summary>The pages that the walks visit, on the demo story.</summary>
internal static class PageList
{
    public const string Missing = "/no-such-page";

    public static readonly string[] ForMembers =
    [
        "/", "/help", "/help/times",
        "/action-items", "/action-items?view=Closed", "/action-items/board",
        "/postmortems", "/postmortems?state=not-begun", "/incidents/new", "/incidents/deleted", "/services", "/services/new",
        "/patterns", "/search", "/search?words=checkout",
        "/account", "/administration/people", "/administration/audit", "/administration/errands",
        Missing,
    ];

    /// <summary>What somebody sees who has not signed in.</summary>
    public static readonly string[] ForStrangers = ["/sign-in"];
}
