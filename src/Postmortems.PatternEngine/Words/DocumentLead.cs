using System.Text;
using System.Text.RegularExpressions;

namespace Postmortems.PatternEngine.Words;

/// <summary>
/// What a document tells first: its title and the beginning of the parts that say what went wrong. People put the cause
/// there; further down follow times, names, and phrases that every document of a team has.
/// </summary>
internal static partial class DocumentLead
{
    private const int Longest = 1_500;
    private const int TitleCounts = 2;

    private static readonly HashSet<string> Aside = new(
        DataFile.Lines("aside.txt").Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        StringComparer.OrdinalIgnoreCase);

    public static string Of(string text)
    {
        var lead = new StringBuilder(Longest + 200);
        var isAside = false;
        var body = Titled(text, lead);

        foreach (var line in Plain(body).Split('\n'))
        {
            if (Heading().Match(line.Trim()) is { Success: true } heading)
            {
                isAside = Word().Matches(heading.Value).Any(word => Aside.Contains(word.Value));
            }

            if (!isAside)
            {
                lead.Append(line).Append('\n');
            }

            if (lead.Length > Longest)
            {
                break;
            }
        }

        return lead.Length > Longest ? lead.ToString(0, Longest) : lead.ToString();
    }

    /// <summary>Of front matter only the title tells anything; a title is a sentence that somebody thought about.</summary>
    private static string Titled(string text, StringBuilder lead)
    {
        var front = FrontMatter().Match(text);
        var body = text[front.Length..];
        var title = Title().Match(front.Value) is { Success: true } told ? told.Groups["title"].Value : FirstHeading().Match(body).Value;

        for (var times = 0; times < TitleCounts; times++)
        {
            lead.Append(title).Append('\n');
        }

        return body;
    }

    private static string Plain(string text) => Target().Replace(Tag().Replace(Code().Replace(Comment().Replace(text, " "), " "), " "), "]");

    [GeneratedRegex(@"\A---\r?\n.*?\n---\r?\n", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"title:\s*(?<title>.*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?:#{1,6}\s+.*|(?:[-*]\s)?\*\*[^*]{2,60}\*\*:?.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^#{1,6}\s+.*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\]\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
