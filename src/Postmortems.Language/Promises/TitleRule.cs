using System.Text.RegularExpressions;

namespace Postmortems.Language.Promises;

/// <summary>One line of questions.txt: which words make us ask which question.</summary>
internal sealed class TitleRule
{
    private const string File = "questions.txt";

    private readonly string name;
    private readonly string question;
    private readonly Regex words;

    private TitleRule(string name, bool begins, IEnumerable<string> words, string question)
    {
        this.name = name;
        this.question = question;
        IsAboutTheEnd = begins;
        var any = string.Join('|', words.Select(Regex.Escape));
        this.words = new Regex(
            begins ? $@"^\W*(?<match>{any})\b" : $@"\b(?<match>{any})\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
    }

    /// <summary>Asks for an end that can be checked, so it is not asked when there is one.</summary>
    public bool IsAboutTheEnd { get; }

    public static IReadOnlyList<TitleRule> ReadAll()
    {
        using var stream = typeof(TitleRule).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // What asks for a different human comes first: it stays a question even where the end is clear.
        return [.. lines.Where(line => line[0] != '#').Select(Read).OrderBy(rule => rule.IsAboutTheEnd)];
    }

    public PromiseQuestion? Ask(string title) =>
        words.Match(title.Replace('’', '\'')) is { Success: true } found ? new PromiseQuestion(name, "title", found.Groups["match"].Value, question) : null;

    private static TitleRule Read(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is [var name, "begins" or "says", var words, var question] parts
            ? new TitleRule(name, parts[1] == "begins", words.Split(',', StringSplitOptions.TrimEntries), question)
            : throw new InvalidOperationException($"{File}: cannot read the line “{line}”.");
}
