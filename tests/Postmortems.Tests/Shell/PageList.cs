namespace Postmortems.Tests.Shell;

/// <summary>The pages that the walks visit, on the demo story.</summary>
internal static class PageList
{
    public const string Missing = "/no-such-page";

    public static readonly string[] ForMembers =
    [
        "/", "/help", "/help/times", "/help/questions-about-language", "/help/concepts",
        "/action-items", "/action-items?view=Closed", "/action-items/board",
        "/postmortems", "/postmortems?state=not-begun", "/incidents/new", "/incidents/deleted", "/services", "/services/new", "/templates", "/templates/new", "/templates/new?from=plain",
        "/incidents/5", "/incidents/5/edit", "/incidents/5/timeline", "/incidents/5/timeline/new",
        "/postmortems/new", "/postmortems/new?incident=10", "/postmortems/5", "/postmortems/5/timeline", "/postmortems/5/causes", "/postmortems/5/action-items", "/postmortems/5/history", "/postmortems/5/history/authors", "/postmortems/5/attachments", "/postmortems/5/comments", "/postmortems/9/comments?show=resolved",
        "/postmortems/9", "/postmortems/9/about", "/postmortems/9/causes/new", "/postmortems/9/action-items/new", "/postmortems/8",
        "/action-items/10", "/action-items/10/edit", "/services/checkout", "/import",
        "/patterns", "/patterns/1", "/patterns/2", "/patterns/inbox", "/patterns/automate", "/patterns/matrix", "/patterns/promises", "/patterns/2/members", "/patterns/2/dismissal", "/patterns/2/acceptance", "/search", "/search?words=checkout", "/search?words=nothinglikethis",
        "/retros", "/retros/new", "/retros/1", "/retros/1/minutes", "/retros/2", "/retros/2/edit", "/retros/2/lead", "/retros/2/part", "/retros/2/projector", "/help/retros",
        "/account", "/administration/people", "/administration/audit", "/administration/errands",
        Missing,
    ];

    /// <summary>Pages whose address nobody knows beforehand: the first link of that kind on another page.</summary>
    public static readonly (string From, string Link)[] Linked =
    [
        ("/postmortems/5/causes", "main a[href*='/causes/']:not([href$='/new'])"),
        ("/incidents/5/timeline", "main a[href*='/timeline/']:not([href$='/new'])"),
        ("/import", "main a[href^='/import/']"),
        ("/retros/2/lead", "main a[href*='kind=Fix']"),
        ("/retros/2/lead", "main a[href*='kind=Watch']"),
        ("/retros/2/lead", "main a[href*='kind=Accept']"),
        ("/administration/people", "main a[href$='/password-link']"),
    ];

    /// <summary>What somebody sees who has not signed in.</summary>
    public static readonly string[] ForStrangers = ["/sign-in"];
}
