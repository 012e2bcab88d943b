using System.Globalization;
using System.Text;

namespace Postmortems.Domain.Writing.History;

/// <summary>Parts a text into what people compare: words of any script, the space between them, line ends, single signs.</summary>
internal static class TextTokens
{
    private const char Joiner = '\u200d';

    public static string[] Of(string text)
    {
        var tokens = new List<string>(text.Length / 4);

        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            tokens.Add(text[at..end]);
            at = end;
        }

        return [.. tokens];
    }

    public static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;

        for (var at = 0; at < text.Length; at = EndOf(text, at))
        {
            count += KindAt(text, at, out _) is Kind.Word or Kind.Ideograph ? 1 : 0;
        }

        return count;
    }

    public static bool HasWord(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at = EndOf(text, at))
        {
            if (KindAt(text, at, out _) is Kind.Word or Kind.Ideograph)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<char> text, int at)
    {
        var kind = KindAt(text, at, out var length);
        at += length;

        while (at < text.Length)
        {
            var next = KindAt(text, at, out length);

            if (next is not Kind.Joins && text[at - 1] != Joiner && (next != kind || kind is Kind.LineEnd or Kind.Ideograph or Kind.Sign) && !IsInsideWord(text, at, kind, length))
            {
                break;
            }

            at += length;
        }

        return at;
    }

    /// <summary>As in "doesn't" and "3.5".</summary>
    private static bool IsInsideWord(ReadOnlySpan<char> text, int at, Kind kind, int length) =>
        kind is Kind.Word && text[at] is '\'' or '’' or '.' && kind is Kind.Word && at + length < text.Length && KindAt(text, at + length, out _) is Kind.Word;

    private static Kind KindAt(ReadOnlySpan<char> text, int at, out int length)
    {
        // Half of a character cannot be stored, but comparing must not fail over it.
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out length) is not System.Buffers.OperationStatus.Done)
        {
            length = 1;
            return Kind.Sign;
        }

        return rune.Value switch
        {
            '\n' => Kind.LineEnd,
            '_' => Kind.Word,
            (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => Kind.Ideograph,
            _ when Rune.IsLetterOrDigit(rune) => Kind.Word,
            _ when Rune.IsWhiteSpace(rune) => Kind.Space,
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol && at > 0
                ? Kind.Joins
                : Kind.Sign,
        };
    }

    private enum Kind
    {
        Word,
        Ideograph,
        Space,
        LineEnd,
        Sign,

        /// <summary>A mark that belongs to what stands before it.</summary>
        Joins,
    }
}
