namespace Postmortems.PatternEngine.Words;

/// <summary>
/// Takes English endings off, so that "expired", "expires" and "expiring" meet.
/// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, pp. 130-137, steps 1a to 5b, with the two
/// departures of the author's later code (abli becomes able through bli, logi becomes log).
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Ending, string Instead)[] DoubleEndings =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Ending, string Instead)[] AdjectiveEndings =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] LastEndings =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
        "ion", "al", "er", "ic", "ou",
    ];

    /// <param name="word">Lower-case letters; anything else is left as it is.</param>
    public static string Stem(string word)
    {
        if (word.Length <= 2 || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        word = Plural(word);
        word = PastAndProgressive(word);
        word = FinalY(word);
        word = Replace(word, DoubleEndings);
        word = Replace(word, AdjectiveEndings);
        word = Last(word);

        return FinalE(word);
    }

    private static string Plural(string word) => word switch
    {
        _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) => word,
        _ when word.EndsWith('s') => word[..^1],
        _ => word,
    };

    private static string PastAndProgressive(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(word, word.Length - 3) > 0 ? word[..^1] : word;
        }

        var ending = word.EndsWith("ed", StringComparison.Ordinal) ? 2
            : word.EndsWith("ing", StringComparison.Ordinal) ? 3
            : 0;

        if (ending == 0 || !HasVowel(word, word.Length - ending))
        {
            return word;
        }

        var stem = word[..^ending];

        return stem switch
        {
            _ when stem.EndsWith("at", StringComparison.Ordinal) => stem + "e",
            _ when stem.EndsWith("bl", StringComparison.Ordinal) => stem + "e",
            _ when stem.EndsWith("iz", StringComparison.Ordinal) => stem + "e",
            _ when EndsDouble(stem) && stem[^1] is not ('l' or 's' or 'z') => stem[..^1],
            _ when Measure(stem, stem.Length) == 1 && EndsShort(stem) => stem + "e",
            _ => stem,
        };
    }

    private static string FinalY(string word) =>
        word.EndsWith('y') && HasVowel(word, word.Length - 1) ? word[..^1] + "i" : word;

    private static string Replace(string word, (string Ending, string Instead)[] endings)
    {
        foreach (var (ending, instead) in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word.Length - ending.Length;

                return Measure(word, stem) > 0 ? word[..stem] + instead : word;
            }
        }

        return word;
    }

    private static string Last(string word)
    {
        foreach (var ending in LastEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word.Length - ending.Length;
                var allowed = ending != "ion" || (stem > 0 && word[stem - 1] is 's' or 't');

                return allowed && Measure(word, stem) > 1 ? word[..stem] : word;
            }
        }

        return word;
    }

    private static string FinalE(string word)
    {
        if (word.EndsWith('e'))
        {
            var measure = Measure(word, word.Length - 1);

            if (measure > 1 || (measure == 1 && !EndsShort(word[..^1])))
            {
                word = word[..^1];
            }
        }

        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word, word.Length) > 1 ? word[..^1] : word;
    }

    /// <summary>How often a vowel is followed by a consonant in the first letters: Porter's m.</summary>
    private static int Measure(string word, int length)
    {
        var measure = 0;
        var afterVowel = false;

        for (var i = 0; i < length; i++)
        {
            var vowel = IsVowel(word, i);

            if (afterVowel && !vowel)
            {
                measure++;
            }

            afterVowel = vowel;
        }

        return measure;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (IsVowel(word, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => at > 0 && !IsVowel(word, at - 1),
        _ => false,
    };

    private static bool EndsDouble(string word) =>
        word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x, y: Porter's *o.</summary>
    private static bool EndsShort(string word) =>
        word.Length > 2
        && !IsVowel(word, word.Length - 3)
        && IsVowel(word, word.Length - 2)
        && !IsVowel(word, word.Length - 1)
        && word[^1] is not ('w' or 'x' or 'y');
}
