using Markdig.Syntax;

namespace Postmortems.Language.Reading;

/// <summary>Follows the headings of a document. In "What we learned" one may look back; names belong into "Participants".</summary>
internal sealed class Sections(IReadOnlyDictionary<string, string[]> headings)
{
    public const string People = "people";

    private const string Machine = "machine";
    private const int LongestHeading = 80;

    /// <summary>More is a sentence that happens to hold such a word.</summary>
    private const int MostWords = 6;

    private readonly Stack<(int Level, string? Kind)> open = new();

    /// <returns>The kind of section that the passage stands in or, being a heading, begins.</returns>
    public string? After(LeafBlock leaf, string text)
    {
        if (leaf is HeadingBlock heading)
        {
            while (open.TryPeek(out var above) && above.Level >= heading.Level)
            {
                open.Pop();
            }

            open.Push((heading.Level, KindOf(text) ?? Current));
        }
        else if (IsLabel(text))
        {
            // A bold line or a label heads what follows, up to the next of its kind or a heading.
            if (open.TryPeek(out var above) && above.Level == int.MaxValue)
            {
                open.Pop();
            }

            open.Push((int.MaxValue, KindOf(text) ?? Current));
        }

        return Current;
    }

    public bool IsOfMachine(string columnHead) => KindOf(columnHead, Machine);

    private string? Current => open.TryPeek(out var section) ? section.Kind : null;

    private string? KindOf(string text) => headings.Keys.Where(kind => kind != Machine).FirstOrDefault(kind => KindOf(text, kind));

    private bool KindOf(string text, string kind) =>
        text.Length <= LongestHeading && text.Count(letter => letter == ' ') < MostWords && headings.TryGetValue(kind, out var words) && words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsLabel(string text) => text.Length <= LongestHeading && text.AsSpan().TrimEnd() is [.., ':'];
}
