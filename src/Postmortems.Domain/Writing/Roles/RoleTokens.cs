using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>
/// Puts roles where a text names people: "Ada Okafor restarted it" becomes "engineer A restarted it". The same person is the same
/// letter everywhere. Only names that are known are changed; nobody is guessed from a capital letter.
/// </summary>
public sealed class RoleTokens
{
    private const int ShortestFirstName = 3;

    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly Regex? names;

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

        if (roles.Count > 0)
        {
            var any = string.Join('|', roles.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape));
            names = new Regex($@"(?<![\w@./-])@?(?:{any})(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));
        }
    }

    public string In(string text) => names?.Replace(text, found => RoleOf(text, found)) ?? text;

    private string RoleOf(string text, Match found)
    {
        var role = roles[found.Value.TrimStart('@')];
        var before = text.AsSpan(0, found.Index).TrimEnd(" *_[(\"“".ToCharArray());

        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n' or '|' or '#' || EndsInBullet(before) ? char.ToUpperInvariant(role[0]) + role[1..] : role;
    }

    private static bool EndsInBullet(ReadOnlySpan<char> before) =>
        before[^1] is '-' or '+' && (before.Length == 1 || before[..^1].TrimEnd(' ') is [] or [.., '\n']);

    /// <summary>A to Z, then AA.</summary>
    private static string Letters(int number) => number < 26 ? $"{(char)('A' + number)}" : Letters((number / 26) - 1) + (char)('A' + (number % 26));
}

/// <param name="Role">Such as "the facilitator"; null where nothing more is known than that it was one of us.</param>
public sealed record NamedPerson(Guid Id, string Name, string? Role);
