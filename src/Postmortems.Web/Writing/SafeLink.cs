using System.Text.RegularExpressions;

namespace Postmortems.Web.Writing;

/// <summary>Links lead to pages and mailboxes, or to a place on this site.</summary>
public static partial class SafeLink
{
    public static bool Allows(string address)
    {
        // Browsers skip these inside a scheme: "java\nscript:" is javascript.
        var seen = string.Concat(address.Where(letter => letter > ' ' && !char.IsControl(letter)));
        var scheme = Scheme().Match(seen);

        return scheme.Success
            ? scheme.Groups["name"].Value.ToUpperInvariant() is "HTTP" or "HTTPS" or "MAILTO"
            : !seen.Contains(':', StringComparison.Ordinal) || seen.IndexOfAny(['/', '?', '#']) is >= 0 and var part && part < seen.IndexOf(':', StringComparison.Ordinal);
    }

    public static bool LeadsElsewhere(string address) => Scheme().IsMatch(address) || address.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("^(?<name>[A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();
}
