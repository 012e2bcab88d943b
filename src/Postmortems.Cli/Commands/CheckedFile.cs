using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary>A finding as the command line prints it; line and column count from 1, length in UTF-16 units.</summary>
internal sealed record CheckedFile(
    string File, int Line, int Column, int Length, string Rule, string Category, string Severity, string Match, string Why, string Question, string? Suggestion)
{
    public static IEnumerable<CheckedFile> Read(string file, string text, bool coach)
    {
        var (line, lineStart, at) = (1, 0, 0);

        foreach (var finding in LanguageCheck.Of(text, coach))
        {
            for (; at < finding.Start; at++)
            {
                if (text[at] == '\n')
                {
                    (line, lineStart) = (line + 1, at + 1);
                }
            }

            var rule = finding.Rule;
            yield return new CheckedFile(
                file, line, finding.Start - lineStart + 1, finding.Length, rule.Id, rule.Category, rule.Severity.ToString().ToLowerInvariant(), finding.Match, rule.Why, rule.Question, rule.Suggestion);
        }
    }

    public string ToText() => $"{File}:{Line}:{Column}: “{Match}” {Why} {Question} [{Rule}]";
}
