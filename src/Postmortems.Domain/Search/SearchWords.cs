using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Postmortems.Domain.Search;

/// <summary>Words as people type them, made ready for PostgreSQL: phrases in quotes, -not, or, and the last word may be unfinished.</summary>
/// <param name="Whole">For websearch_to_tsquery.</param>
/// <param name="Head">What stands before the unfinished last word; empty when there is none.</param>
/// <param name="Prefix">For to_tsquery; empty when the last word is finished.</param>
/// <param name="IsHeadAlternative">"kafka or rab": either finds.</param>
public sealed record SearchWords(string Whole, string Head, string Prefix, bool IsHeadAlternative)
{
    public const int Longest = 300;

    /// <summary>Shorter beginnings stand for half of all words.</summary>
    private const int ShortestPrefix = 3;

    // The same characters as search_words_of in the database.
    private static readonly SearchValues<char> Joints = SearchValues.Create("./@<>&");

    private static readonly Regex Tokens = new("""-?"[^"]*"?|\S+""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static SearchWords Of(string typed)
    {
        var tokens = Tokens.Matches(Tidy(typed)).Select(match => Joined(match.Value)).Where(token => token.Length > 0).ToList();
        var whole = string.Join(' ', tokens);

        if (tokens.Count == 0 || tokens[^1].Length < ShortestPrefix || !tokens[^1].All(char.IsAsciiLetterOrDigit))
        {
            return new SearchWords(whole, "", "", false);
        }

        var isAlternative = tokens.Count > 2 && tokens[^2].Equals("or", StringComparison.OrdinalIgnoreCase);
        var head = string.Join(' ', tokens.Take(tokens.Count - (isAlternative ? 2 : 1)));
        return new SearchWords(whole, head, $"{tokens[^1]}:*", isAlternative);
    }

    /// <summary>What PostgreSQL cannot hold leaves: NUL, halves of characters, and more than anybody types.</summary>
    public static string Tidy(string? typed)
    {
        var tidy = new StringBuilder();

        foreach (var rune in (typed ?? "").EnumerateRunes().Take(Longest))
        {
            tidy.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return tidy.ToString().Trim();
    }

    /// <summary>A path or host name is found by the words inside, one after the other.</summary>
    private static string Joined(string token)
    {
        if (token.AsSpan().IndexOfAny(Joints) < 0)
        {
            return token;
        }

        var isNot = token.StartsWith('-');
        var words = new string([.. token.Select(letter => Joints.Contains(letter) || letter == '"' ? ' ' : letter)]).TrimStart('-').Trim();
        return words.Length == 0 ? "" : $"{(isNot ? "-" : "")}{(words.Contains(' ') ? $"\"{words}\"" : words)}";
    }
}
