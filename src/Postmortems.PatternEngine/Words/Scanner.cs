using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Words;

/// <summary>
/// Cuts engineers' English into stemmed words. Identifiers (<c>maxPoolSize</c>, <c>max_pool_size</c>) are read whole
/// and in parts; numbers, hashes, versions, addresses and mentions are masked, because they differ each time.
/// </summary>
internal sealed class Scanner
{
    private const int LongestRemembered = 40;

    // People write the same words again and again: each is cut and stemmed once.
    private readonly Tokens tokens = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Word> cut = [];

    /// <summary>How many stems were met so far.</summary>
    public int Stems => numbers.Count;

    public List<Word> Words(string text)
    {
        var words = new List<Word>(text.Length / 6);
        Read(text, words);

        return words;
    }

    /// <summary>The words of the text, added to those that stand there.</summary>
    public void Read(string text, List<Word> words)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Letters.IsPart(text[at]))
            {
                at++;
                continue;
            }

            var (end, hash) = (at, Tokens.NoLetters);

            while (end < text.Length && (Letters.IsPart(text[end]) || Letters.JoinsParts(text, end)))
            {
                hash = Tokens.Add(hash, text[end++]);
            }

            if (Letters.IsAddress(text, at, end, out var past))
            {
                at = past;
                continue;
            }

            foreach (var word in Remembered(text.AsSpan(at, end - at), hash))
            {
                words.Add(word with { Start = word.Start + at, End = word.End + at });
            }

            at = end;
        }
    }

    public int NumberOf(string stem)
    {
        if (!numbers.TryGetValue(stem, out var number))
        {
            numbers[stem] = number = numbers.Count;
        }

        return number;
    }

    private ReadOnlySpan<Word> Remembered(ReadOnlySpan<char> written, uint hash)
    {
        if (tokens.TryFind(written, hash, out var known))
        {
            return known;
        }

        cut.Clear();
        var token = written.ToString();
        Cut(token, 0, token.Length, cut);

        if (token.Length <= LongestRemembered)
        {
            tokens.Keep(written, hash, cut);
        }

        return CollectionsMarshal.AsSpan(cut);
    }

    private void Cut(string text, int start, int end, List<Word> words)
    {
        var letters = 0;
        var digits = 0;
        var joined = false;

        for (var i = start; i < end; i++)
        {
            letters += char.IsLetter(text[i]) ? 1 : 0;
            digits += char.IsDigit(text[i]) ? 1 : 0;
            joined |= !Letters.IsPart(text[i]);
        }

        if (letters == 0 || Masked.IsMeasure(text, start, end, letters, digits) || Masked.IsHash(text, start, end, digits))
        {
            if (letters == 0 && Masked.NamesAnError(text[start..end]))
            {
                words.Add(Numbered(text[start..end], start, end));
            }

            return;
        }

        // k8s, s3, ipv4, x509, int32 are names; broker12 is the twelfth broker.
        var shortName = !joined && end - start <= 5;

        if (shortName || (!joined && digits == 0 && !Letters.HasHump(text, start, end)))
        {
            Add(text, start, end, words);
            return;
        }

        ReadParts(text, start, end, words);
    }

    private void ReadParts(string text, int start, int end, List<Word> words)
    {
        var before = words.Count;
        var parts = new List<string>();

        for (var at = start; at < end;)
        {
            if (!char.IsLetter(text[at]))
            {
                // What follows an apostrophe is grammar: the fleet's, wasn't.
                at += text[at] is '\'' or '’' ? end - at : 1;
                continue;
            }

            var past = Letters.EndOfPart(text, at, end);

            if (past - at > 1)
            {
                Add(text, at, past, words);
                parts.Add(text[at..past].ToLowerInvariant());
            }

            at = past;
        }

        if (parts.Count > 1)
        {
            words.Insert(before, Numbered(string.Join('_', parts), start, end) with { Whole = true });
        }
    }

    private void Add(string text, int start, int end, List<Word> words) =>
        words.Add(Numbered(PorterStemmer.Stem(text[start..end].ToLowerInvariant()), start, end));

    private Word Numbered(string stem, int start, int end) => new(stem, start, end, NumberOf(stem));
}
