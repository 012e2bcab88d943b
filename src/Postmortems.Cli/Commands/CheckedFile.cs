using System.Text.Json.Serialization;
using Postmortems.Cli.Input;
using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary>A finding as the command line prints it; line and column count from 1, length in UTF-16 units.</summary>
internal sealed record CheckedFile(
    string File, int Line, int Column, int Length, string Rule, string Category, string Severity, string Match, string Why, string Question, string? Suggestion)
{
    private const string StandardInput = "-";

    [JsonIgnore]
    public int EndLine => Line + Match.Count(letter => letter == '\n');

    [JsonIgnore]
    public int EndColumn => Match.LastIndexOf('\n') is var end and >= 0 ? Match.Length - end : Column + Length;

    public static IEnumerable<CheckedFile> Read(string file, CheckSettings settings)
    {
        var text = TextOf(file);
        var (line, lineStart, at) = (1, 0, 0);

        foreach (var finding in LanguageCheck.Of(text, settings))
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

    /// <exception cref="BadInputException">A picture or a program that is called Markdown would pass in silence.</exception>
    public static string TextOf(string file)
    {
        var text = file == StandardInput ? Console.In.ReadToEnd() : DocumentFile.Read(file);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new BadInputException($"{file} is no text; if it is, save it as UTF-8.") : text;
    }

    public string ToText() => $"{File}:{Line}:{Column}: “{Match.ReplaceLineEndings(" ")}” {Why} {Question} [{Rule}]";
}
