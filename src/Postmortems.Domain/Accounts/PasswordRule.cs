using System.Collections.Frozen;

namespace Postmortems.Domain.Accounts;

/// <summary>Which passwords are refused: short ones and those that are guessed first. Any characters will do, none are demanded.</summary>
public static class PasswordRule
{
    public const int Shortest = 10;
    public const int Longest = 128;

    /// <summary>What must remain when the words that everybody would guess are taken out.</summary>
    private const int FewestOfOnesOwn = 6;

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <param name="about">E-mail address and name of the person: the first things that are tried.</param>
    /// <returns>A sentence for the reader, or null when the password is fine.</returns>
    public static string? ProblemWith(string password, params string?[] about)
    {
        var length = password.EnumerateRunes().Count();

        if (length < Shortest)
        {
            return $"Use at least {Shortest} characters. A few words in a row are easy to remember.";
        }

        if (length > Longest)
        {
            return $"Use at most {Longest} characters.";
        }

        var plain = Plain(password);

        if (IsMonotonous(password) || Common.Contains(password.ToLowerInvariant()) || Common.Contains(plain))
        {
            return "This password is among the first that are guessed. Choose another one.";
        }

        var seen = SeenThrough(password.ToLowerInvariant());
        var rest = WordsAbout(about).Aggregate(seen, (left, word) => left.Replace(word, "", StringComparison.Ordinal));

        return rest.Length < seen.Length && rest.Count(char.IsLetterOrDigit) < FewestOfOnesOwn
            ? "This password says little more than your name, your address or this product. Choose another one."
            : null;
    }

    /// <exception cref="RuleBrokenException">The password is refused.</exception>
    public static void Demand(string password, params string?[] about)
    {
        if (ProblemWith(password, about) is { } problem)
        {
            throw new RuleBrokenException("account/weak-password", problem);
        }
    }

    /// <summary>Without the digits and signs that people put at either end.</summary>
    private static string Plain(string password)
    {
        var first = Array.FindIndex(password.ToCharArray(), char.IsLetter);
        var last = Array.FindLastIndex(password.ToCharArray(), char.IsLetter);
        return first < 0 ? "" : SeenThrough(password.ToLowerInvariant()[first..(last + 1)]);
    }

    /// <summary>Digits and signs that stand for letters deceive nobody.</summary>
    private static string SeenThrough(string lower) => string.Concat(lower.Select(sign => sign switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    }));

    /// <summary>One short piece again and again, or a walk along the alphabet, the digits or a row of keys.</summary>
    private static bool IsMonotonous(string password)
    {
        var lower = password.ToLowerInvariant();

        return Enumerable.Range(1, 4).Any(piece => Repeats(lower, piece))
            || Walks.Any(walk => walk.Contains(lower, StringComparison.Ordinal));
    }

    private static bool Repeats(string text, int piece)
    {
        for (var i = piece; i < text.Length; i++)
        {
            if (text[i] != text[i - piece])
            {
                return false;
            }
        }

        return true;
    }

    private static readonly string[] Walks = [.. new[]
    {
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
        "012345678901234567890123456789",
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm",
        "azertyuiopqsdfghjklmwxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "q1w2e3r4t5y6u7i8o9p0",
        "1q2w3e4r5t6y7u8i9o0p",
    }.SelectMany(walk => new[] { walk, new string([.. walk.Reverse()]) })];

    private static IEnumerable<string> WordsAbout(IEnumerable<string?> about) =>
        about.OfType<string>()
            .SelectMany(words => words.ToLowerInvariant().Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries))
            .Concat(["postmortems", "postmortem", "password", "incident"])
            .Where(word => word.Length > 2)
            .Select(SeenThrough)
            .OrderByDescending(word => word.Length);

    private static FrozenSet<string> ReadCommon()
    {
        using var file = typeof(PasswordRule).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();
    }
}
