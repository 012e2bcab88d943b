namespace Postmortems.Web.Shell;

/// <summary>Keeps a redirect at home, whatever the address says.</summary>
internal static class Local
{
    public static string Path(string? asked) =>
        asked is ['/', ..] && !asked.StartsWith("//", StringComparison.Ordinal) && !asked.StartsWith("/\\", StringComparison.Ordinal) && asked.All(sign => sign is > ' ' and < '\x7f')
            ? asked
            : Urls.Home;
}
