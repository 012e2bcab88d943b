namespace Postmortems.Tests.Shell;

/// <summary>The pages that the walks visit, on the demo story.</summary>
internal static class PageList
{
    public const string Missing = "/no-such-page";

    public static readonly string[] ForMembers =
    [
        "/patterns", "/search", "/search?words=checkout",
        Missing,
    ];
}
