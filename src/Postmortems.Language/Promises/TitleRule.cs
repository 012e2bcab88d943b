using System.Text.RegularExpressions;

namespace Postmortems.Language.Promises;

/// <summary>One line of questions.txt: which words make us ask which question.</summary>
internal sealed class TitleRule
{
    public const string Category = "action-item";

    private const string File = "questions.txt";

    /// <summary>What asks for a different human comes first: it stays a question even where the end is clear.</summary>
    public static IReadOnlyList<TitleRule> All { get; } = ReadAll();

    private readonly string name;
    private readonly Regex words;

    private TitleRule(string name, bool begins, IEnumerable<string> words, Rule rule)
    {
        this.name = name;
        Rule = rule;
        IsAboutTheEnd = begins;
        var any = string.Join('|', words.Select(Regex.Escape));
        this.words = new Regex(
            begins ? $@"^\W*(?<match>{any})\b" : $@"\b(?<match>{any})\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
    }

    /// <summary>Of the language check, which asks the same in the action items of a document.</summary>
    public Rule Rule { get; }

    /// <summary>Asks for an end that can be checked, so it is not asked when there is one.</summary>
    public bool IsAboutTheEnd { get; }

    private static IReadOnlyList<TitleRule> ReadAll()
    {
        using var stream = typeof(TitleRule).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        return [.. lines.Where(line => line[0] != '#').Select(Read).OrderBy(rule => rule.IsAboutTheEnd)];
    }

    public PromiseQuestion? Ask(string title) => Words(title) is { Success: true } found ? new PromiseQuestion(name, "title", found.Value, Rule.Question) : null;

    /// <returns>The words that make it ask.</returns>
    public Group Words(string title) => words.Match(title.Replace('’', '\'')).Groups["match"];

    private static TitleRule Read(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is [var name, "begins" or "says", var words, var question, var why, var asks, var silent] parts
            ? new TitleRule(name, parts[1] == "begins", words.Split(',', StringSplitOptions.TrimEntries), new Rule
            {
                Id = $"{Category}/{name}",
                Language = "en",
                Severity = Severity.Low,
                Sureness = 0.6,
                Why = why,
                Question = question,
                Asks = [asks],
                Silent = [silent],
            })
            : throw new InvalidOperationException($"{File}: cannot read the line “{line}”.");
}
