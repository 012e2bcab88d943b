using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>
/// Puts roles where a text names people: "Ada Okafor restarted it" becomes "engineer A restarted it". The same person is the same
/// letter everywhere. Only names that are known are changed; nobody is guessed from a capital letter.
/// </summary>
public sealed class RoleTokens
{
    private const int ShortestFirstName = 3;

    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);

    /// <summary>By the word with which they begin, the longest first.</summary>
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> names;

    /// <param name="tookPart">Whose first names the text may use, with what they were here; in an order that stays.</param>
    /// <param name="others">Whole names of everybody else in the directory, in an order that stays.</param>
    public RoleTokens(IEnumerable<NamedPerson> tookPart, IEnumerable<NamedPerson> others)
    {
        var near = tookPart.ToList();
        var letter = 0;

        foreach (var person in near.Concat(others.Where(other => near.TrueForAll(one => one.Id != other.Id))))
        {
            roles.TryAdd(person.Name.Trim(), person.Role ?? $"engineer {Letters(letter++)}");
        }

        foreach (var called in near.Select(person => (First: person.Name.Trim().Split(' ')[0], person.Name)).Where(called => called.First.Length >= ShortestFirstName).GroupBy(called => called.First))
        {
            // A first name that two of them have tells only that it was one of them.
            roles.TryAdd(called.Key, called.Count() == 1 ? roles[called.First().Name.Trim()] : "an engineer");
        }

        roles.Remove("");

        // Files write some letters in their own way: it''s in YAML, an accent or a quotation mark in JSON.
        foreach (var (name, role) in roles.ToList())
        {
            roles.TryAdd(name.Replace("'", "''", StringComparison.Ordinal), role);
            roles.TryAdd(JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), role);
        }

        names = roles.Keys
            .GroupBy(name => name[..FirstWord(name)])
            .ToDictionary(same => same.Key, same => same.OrderByDescending(name => name.Length).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>In one pass over the text, however many people there are.</summary>
    public string In(string text)
    {
        var shown = new StringBuilder();
        var told = 0;

        for (var at = 0; at < text.Length;)
        {
            if (NameAt(text, at) is { } name)
            {
                var from = at > 0 && text[at - 1] == '@' ? at - 1 : at;
                shown.Append(text, told, from - told).Append(RoleOf(text.AsSpan(0, from), name));
                told = at += name.Length;
            }
            else
            {
                at += FirstWord(text.AsSpan(at));
            }
        }

        return told == 0 ? text : shown.Append(text, told, text.Length - told).ToString();
    }

    /// <summary>A whole name, not a part of a word, an address or a path.</summary>
    private string? NameAt(string text, int at)
    {
        if (!names.TryGetValue(text.AsSpan(at, FirstWord(text.AsSpan(at))), out var candidates) || !MayBegin(text, at))
        {
            return null;
        }

        return Array.Find(candidates, name => text.AsSpan(at).StartsWith(name, StringComparison.Ordinal) && (at + name.Length == text.Length || !(IsOfWord(text[at + name.Length]) || text[at + name.Length] == '-')));
    }

    private static bool MayBegin(string text, int at)
    {
        var before = at > 0 && text[at - 1] == '@' ? at - 2 : at - 1;
        return before < 0 || !(IsOfWord(text[before]) || text[before] is '@' or '.' or '/' or '-');
    }

    /// <returns>The length of the word with which it begins, or of the one sign that is no word.</returns>
    private static int FirstWord(ReadOnlySpan<char> text)
    {
        var length = 0;

        while (length < text.Length && IsOfWord(text[length]))
        {
            length++;
        }

        return Math.Max(1, length);
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private string RoleOf(ReadOnlySpan<char> text, string name)
    {
        var role = roles[name];
        var before = text.TrimEnd(" *_[(\"“".ToCharArray());

        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n' or '|' or '#' || EndsInBullet(before) ? char.ToUpperInvariant(role[0]) + role[1..] : role;
    }

    private static bool EndsInBullet(ReadOnlySpan<char> before) =>
        before[^1] is '-' or '+' && (before.Length == 1 || before[..^1].TrimEnd(' ') is [] or [.., '\n']);

    /// <summary>A to Z, then AA.</summary>
    private static string Letters(int number) => number < 26 ? $"{(char)('A' + number)}" : Letters((number / 26) - 1) + (char)('A' + (number % 26));
}

/// <param name="Role">Such as "the facilitator"; null where nothing more is known than that it was one of us.</param>
public sealed record NamedPerson(Guid Id, string Name, string? Role);
