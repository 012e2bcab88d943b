using System.Text.RegularExpressions;
using Postmortems.Domain.Search;

namespace Postmortems.Domain.Writing.References;

/// <summary>What a text refers to: things by the number that people say (INC-5), and people by name (@Ada Lovelace).</summary>
public static partial class WrittenReferences
{
    private const int Most = 500;
    private const int MostWordsOfAName = 5;

    /// <summary>In order, and not overlapping.</summary>
    public static IEnumerable<Match> Find(string text) => References().Matches(text);

    public static Reference? ThingOf(Match match) => match.Groups["thing"].Success ? Reference.Find(match.Value) : null;

    /// <summary>The names that may stand behind an @, the longest first.</summary>
    public static IEnumerable<string> NamesOf(Match match)
    {
        var words = match.Groups["words"].Value.Split(' ');

        for (var count = Math.Min(words.Length, MostWordsOfAName); count > 0; count--)
        {
            var name = string.Join(' ', words.Take(count)).TrimEnd();
            yield return name;

            // The end of a sentence, and what belongs to somebody.
            if (name.TrimEnd('.', '\'', '’', '-') is var bare && bare != name)
            {
                yield return bare;
            }
            else if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal))
            {
                yield return name[..^2];
            }
        }
    }

    internal static (List<Reference> Things, List<string> Names) In(string text)
    {
        var all = Find(text).Take(Most).ToList();
        return ([.. all.Select(ThingOf).OfType<Reference>().Distinct()], [.. all.Where(match => match.Groups["words"].Success).SelectMany(NamesOf).Distinct()]);
    }

    // An address such as ada@example.org is nobody's name, and CVE-INC-5 or a path is no incident.
    [GeneratedRegex(@"(?<![\w@./-])((?<thing>(INC|PM|ACT|PAT)-[0-9]{1,9})(?![\w-])|@(?<words>\p{L}[\p{L}\p{M}\p{N}.'’-]{0,40}( [\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]{0,40}){0,4}))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();
}
