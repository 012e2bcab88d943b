namespace Postmortems.Language.Reading;

/// <summary>Parts a sentence into words and marks. "we'd" and "engineer's" are two words each; "didn't" reads "did not".</summary>
internal static class Words
{
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { "s", "ve", "d", "re", "ll", "m" };

    /// <summary>Written without the apostrophe, as in a chat: "didnt", "shouldve".</summary>
    private static readonly HashSet<string> Hurried = new(StringComparer.Ordinal) { "didnt", "doesnt", "dont", "wasnt", "werent", "hadnt", "hasnt", "havent", "isnt", "arent", "couldnt", "shouldnt", "wouldnt", "mustnt", "shouldve", "couldve", "wouldve" };

    public static List<Word> Of(string sentence)
    {
        var words = new List<Word>();

        for (var at = 0; at < sentence.Length;)
        {
            var end = at + 1;

            if (sentence[at] == Prose.Code)
            {
                for (; end < sentence.Length && sentence[end] == Prose.Code; end++)
                {
                }

                words.Add(new Word(at, end - at, "", WordKind.Code, false));
            }
            else if (Begins(sentence, at))
            {
                end = EndOfWord(sentence, at);
                Add(words, sentence, at, ref end);
            }
            else if (!char.IsWhiteSpace(sentence[at]) && !char.IsSurrogate(sentence[at]))
            {
                words.Add(new Word(at, 1, sentence[at].ToString(), WordKind.Mark, false));
            }

            at = end;
        }

        return words;
    }

    private static void Add(List<Word> words, string sentence, int at, ref int end)
    {
        if (end + 2 < sentence.Length && sentence[end] == ':' && sentence[end + 1] == '/' && sentence[end + 2] == '/')
        {
            for (; end < sentence.Length && !char.IsWhiteSpace(sentence[end]); end++)
            {
            }

            words.Add(new Word(at, end - at, "", WordKind.Code, false));
            return;
        }

        var text = sentence[at..end].ToLowerInvariant().Replace('’', '\'');
        var apostrophe = text.LastIndexOf('\'');

        if (text.EndsWith("n't", StringComparison.Ordinal) && text.Length > 3)
        {
            var verb = text[..^3] switch { "ca" => "can", "wo" => "will", var other => other };
            words.Add(new Word(at, text.Length - 3, verb, WordKind.Word, char.IsUpper(sentence[at])));
            words.Add(new Word(at + text.Length - 3, 3, "not", WordKind.Word, false));
        }
        else if (Hurried.Contains(text))
        {
            var verb = text.Length - 2;
            words.Add(new Word(at, verb, text[..verb], WordKind.Word, char.IsUpper(sentence[at])));
            words.Add(new Word(at + verb, 2, text[^1] == 't' ? "not" : "'ve", WordKind.Word, false));
        }
        else if (apostrophe > 0 && Endings.Contains(text[(apostrophe + 1)..]))
        {
            words.Add(new Word(at, apostrophe, text[..apostrophe], WordKind.Word, char.IsUpper(sentence[at])));
            words.Add(new Word(at + apostrophe, text.Length - apostrophe, text[apostrophe..], WordKind.Word, false));
        }
        else
        {
            words.Add(new Word(at, end - at, text, WordKind.Word, char.IsUpper(sentence[at])));
        }
    }

    private static bool Begins(string sentence, int at) =>
        IsInner(sentence[at]) || (sentence[at] == '@' && at + 1 < sentence.Length && char.IsLetter(sentence[at + 1]));

    private static int EndOfWord(string sentence, int at)
    {
        var end = at + 1;

        for (; end < sentence.Length; end++)
        {
            var joins = sentence[end] is '\'' or '’' or '-' or '.' or '@' && end + 1 < sentence.Length && IsInner(sentence[end + 1]);

            if (!joins && !IsInner(sentence[end]))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsInner(char letter) =>
        char.IsLetterOrDigit(letter) || letter == '_' || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
