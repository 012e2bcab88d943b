using System.Text;
using Postmortems.Language;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>A phrase that a question was asked about, with the words around it, by which it is known again after others wrote beside it.</summary>
public sealed record AskedPhrase
{
    public const int LongestRule = 80;
    public const int LongestPhrase = 400;

    /// <summary>UTF-16 units on each side.</summary>
    public const int LongestContext = 120;

    public AskedPhrase(string rule, string phrase, string before, string after)
    {
        (Rule, Phrase) = (OneLine(rule), OneLine(phrase));
        (Before, After) = (OneLine(before), OneLine(after));

        if (Rule.Length is 0 or > LongestRule || Phrase.Length is 0 or > LongestPhrase || Before.Length > LongestContext || After.Length > LongestContext)
        {
            throw new RuleBrokenException("wording/no-phrase", "Name the question, the phrase that it is about, and a few words beside it.");
        }
    }

    public string Rule { get; }

    public string Phrase { get; }

    public string Before { get; }

    public string After { get; }

    public static AskedPhrase Of(Finding finding, string text)
    {
        var (start, end) = (finding.Start, finding.Start + finding.Length);
        var before = text.AsSpan(Math.Max(0, start - LongestContext), Math.Min(start, LongestContext));
        var after = text.AsSpan(end, Math.Min(LongestContext, text.Length - end));

        // Words of another paragraph, and a word that is cut, say nothing about this one.
        if (before.LastIndexOf("\n\n") is >= 0 and var begins)
        {
            before = before[(begins + 2)..];
        }
        else if (before.Length == LongestContext)
        {
            before = before[Math.Max(0, before.IndexOfAny(' ', '\n'))..];
        }

        if (after.IndexOf("\n\n") is >= 0 and var ends)
        {
            after = after[..ends];
        }
        else if (after.Length == LongestContext)
        {
            after = after[..Math.Max(0, after.LastIndexOfAny(' ', '\n'))];
        }

        return new(finding.Rule.Id, Beginning(finding.Match), Whole(before), Whole(after));
    }

    /// <returns>How much of what stood around the remembered phrase stands around this one, from 0 to 1; null when they are different phrases.</returns>
    public double? Likeness(AskedPhrase remembered)
    {
        if (Rule != remembered.Rule || !string.Equals(Phrase, remembered.Phrase, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var stood = remembered.Words();
        return stood.Count == 0 ? 1 : (double)Words().Count(stood.Contains) / stood.Count;
    }

    private HashSet<string> Words() =>
        new($"{Before} {After}".Split([' ', ',', '.', ';', ':', '!', '?', '(', ')', '*', '_', '`', '"'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    private static string Beginning(string phrase) => phrase.Length <= LongestPhrase ? phrase : Whole(phrase.AsSpan(0, LongestPhrase));

    /// <summary>Without halves of characters and what no database holds.</summary>
    private static string Whole(ReadOnlySpan<char> words)
    {
        var whole = new StringBuilder(words.Length);

        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                whole.Append(words[i]).Append(words[++i]);
            }
            else if (!char.IsSurrogate(words[i]) && words[i] != '\0')
            {
                whole.Append(words[i]);
            }
        }

        return whole.ToString();
    }

    private static string OneLine(string words) => string.Join(' ', DocumentText.Accept(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
