using Postmortems.Cli.Input;

namespace Postmortems.Cli.Commands;

/// <summary>Findings that a team has already seen, one a line: file, rule and words, parted by tabs. Line numbers move, so they are not in it.</summary>
internal static class CheckBaseline
{
    public static IEnumerable<string> Lines(IEnumerable<CheckedFile> findings) => findings.Select(Line).Order(StringComparer.Ordinal);

    /// <returns>What is not in the baseline. Two equal findings need two lines.</returns>
    /// <exception cref="BadInputException">When there is no such file.</exception>
    public static IEnumerable<CheckedFile> Without(IEnumerable<CheckedFile> findings, string baseline)
    {
        var seen = DocumentFile.Read(baseline).ReplaceLineEndings("\n").Split('\n').CountBy(line => line).ToDictionary(StringComparer.Ordinal);

        foreach (var finding in findings)
        {
            if (seen.GetValueOrDefault(Line(finding)) is > 0 and var left)
            {
                seen[Line(finding)] = left - 1;
            }
            else
            {
                yield return finding;
            }
        }
    }

    private static string Line(CheckedFile finding) =>
        $"{finding.File.Replace('\\', '/')}\t{finding.Rule}\t{string.Join(' ', finding.Match.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))}";
}
