using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Whom a comment calls: "@" and the name as it stands on the account.</summary>
internal static class Mentioned
{
    public static async Task<IReadOnlyList<Mention>> InAsync(PostmortemsDb db, Guid comment, string text, CancellationToken cancel)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return [];
        }

        var called = await db.Users
            .Where(user => user.DisabledAt == null && EF.Functions.ILike(text, "%@" + user.DisplayName + "%", ""))
            .Select(user => new { user.Id, user.DisplayName })
            .ToListAsync(cancel);

        // "@Ada Okafor" does not call somebody whose name is "Ada", nor does "@Adam".
        return [.. called.Where(user => Calls(text, user.DisplayName, called.Select(other => other.DisplayName))).Select(user => new Mention(comment, user.Id))];
    }

    /// <summary>Stretches of a text, in order, and whether they call one of these people.</summary>
    public static IEnumerable<(string Words, bool IsName)> Parts(string text, IReadOnlyList<string> names)
    {
        var begin = 0;

        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (NameAt(text, at + 1, names) is not { } name)
            {
                continue;
            }

            yield return (text[begin..at], false);
            begin = at + 1 + name.Length;
            yield return (text[at..begin], true);
        }

        yield return (text[begin..], false);
    }

    private static bool Calls(string text, string name, IEnumerable<string> names) =>
        Parts(text, [.. names]).Any(part => part.IsName && part.Words.AsSpan(1).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? NameAt(string text, int at, IEnumerable<string> names) =>
        names.Where(name => string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length])))
            .MaxBy(name => name.Length);
}
