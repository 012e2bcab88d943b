using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>Words and signs by which a writer says that a time is not exact, before it, within it or behind it.</summary>
internal static class Approximation
{
    private static readonly string[] Words =
    [
        "about ", "about: ", "about) ", "around ", "approximately ", "approximately: ", "approximate ", "approx. ", "approx.: ", "approx: ", "approx.) ", "approx) ", "approx.", "approx ",
        "roughly ", "circa ", "ca. ", "ca.) ", "ca.", "ca ", "c. ", "abt. ", "abt ", "est. ", "estimated ", "some time around ", "sometime around ",
        "gegen ", "etwa ", "ungefähr ", "vers ", "environ ",
    ];

    private static readonly string[] Notes = ["(approximately)", "(approximate)", "(approx.)", "(approx)", "(ca.)", "(about)", "(estimated)", "(estimate)", "(est.)", "(unsure)", "(?)"];
    private static readonly string[] Bare = ["approximately", "approx.", "approx"];

    public static bool IsSign(char c) => c is '~' or '≈' or '∼';

    /// <summary>The length of the word that stands before a time; 0 when none does.</summary>
    public static int WordBefore(string text, int at) => WordLength(text, at, Words);

    /// <summary>Moves past what makes a time inexact behind it: 14:05ish, 14:05?, 14:05 (approx.).</summary>
    public static bool TakeAfter(string text, ref int at)
    {
        if (text.AsSpan(at).StartsWith("ish", StringComparison.Ordinal) && !char.IsLetterOrDigit(At(text, at + 3)))
        {
            at += 3;
            return true;
        }

        if (At(text, at) is '?' or '~' && !char.IsLetterOrDigit(At(text, at + 1)))
        {
            at++;
            return true;
        }

        var rest = text.AsSpan(at).TrimStart(" -–");

        if (rest is ['±', ..] or ['+', '/', '-', ..])
        {
            // By how much is part of what was told.
            return true;
        }

        return TakeNote(text, ref at, rest) || TakeBare(text, ref at);
    }

    /// <summary>Cuts the words off the end of what stands before a time.</summary>
    /// <returns>The words, or nothing.</returns>
    public static string CutFromEnd(ref string text)
    {
        var before = text.TrimEnd();

        if (before.Length > 0 && IsSign(before[^1]))
        {
            text = before[..^1];
            return before[^1..];
        }

        foreach (var word in Words)
        {
            var bare = word.TrimEnd();

            if (bare[^1] is not (':' or ')') && before.Length > bare.Length && before.EndsWith(bare, StringComparison.OrdinalIgnoreCase) && before[^(bare.Length + 1)] is ' ' or '(')
            {
                var cut = before[^bare.Length..];
                text = before[..^bare.Length];
                return cut + " ";
            }
        }

        return "";
    }

    private static bool TakeNote(string text, ref int at, ReadOnlySpan<char> rest)
    {
        foreach (var note in Notes)
        {
            if (rest.StartsWith(note, StringComparison.OrdinalIgnoreCase))
            {
                at = text.Length - rest.Length + note.Length;
                return true;
            }
        }

        return false;
    }

    // "14:05 approx: paged" speaks of the time, "14:05 - approximately 300 pods" of the pods.
    private static bool TakeBare(string text, ref int at)
    {
        var rest = text.AsSpan(at).TrimStart(' ');

        foreach (var word in Bare)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(rest.Length > word.Length ? rest[word.Length] : ' ') && rest[word.Length..].TrimStart(' ') is not [>= '0' and <= '9', ..])
            {
                at = text.Length - rest.Length + word.Length;
                return true;
            }
        }

        return false;
    }
}
