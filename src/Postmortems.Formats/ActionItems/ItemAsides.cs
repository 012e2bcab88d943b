using System.Buffers;
using Postmortems.Formats.Blocks;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.ActionItems;

/// <summary>
/// Who does it and by when, said beside a promise: "Cap it (@ada, due 2026-05-01)", "Cap it. Owner: Ada", "@ada: cap it". What is
/// understood leaves the title; all other words stay where they are.
/// </summary>
internal sealed class ItemAsides
{
    private const int Longest = 2000;

    private static readonly SearchValues<char> HandleLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    private readonly List<string> owners = [];

    private ItemAsides(string title) => Title = title;

    public string Title { get; private set; }

    public string? Owner => owners.Count == 0 ? null : string.Join(", ", owners);

    public DateOnly? Due { get; private set; }

    public static ItemAsides Of(string text)
    {
        var asides = new ItemAsides(text);

        if (text.Length <= Longest)
        {
            asides.TakeBrackets();
            asides.TakeEnd();
            asides.TakeBeginning();
        }

        // Nothing but an owner: the words are all the promise there is.
        asides.Title = asides.Title.Length == 0 ? text : asides.Title;

        return asides;
    }

    private void TakeBrackets()
    {
        for (var open = Title.IndexOfAny(['(', '[']); open >= 0; open = open + 1 < Title.Length ? Title.IndexOfAny(['(', '['], open + 1) : -1)
        {
            // [words](address) is a link.
            if ((open > 0 && Title[open - 1] == ']') || Closing(open) is not (> 0 and var close) || (Title[open] == '[' && TextAt.At(Title, close + 1) == '('))
            {
                continue;
            }

            var parts = Title[(open + 1)..close].Split(',', ';');
            var others = parts.Where(part => !Take(part)).Select(part => part.Trim()).ToList();

            if (others.Count == 0)
            {
                Title = $"{Title[..open].TrimEnd()} {Title[(close + 1)..].TrimStart()}".Trim();
                open = Math.Max(-1, open - 2);
            }
            else if (others.Count < parts.Length)
            {
                Title = $"{Title[..(open + 1)]}{string.Join(", ", others)}{Title[close..]}";
            }
        }
    }

    // From the last clause backwards, as long as clauses name an owner or a day.
    private void TakeEnd()
    {
        while (LastClause() is (> 0 and var end, var begin) && NamesItself(Title[end..begin], Title[begin..]) && Take(Title[begin..]))
        {
            Title = Title[..end].TrimEnd(' ', ',', ';', '-', '–', '—');
        }
    }

    private (int End, int Begin) LastClause()
    {
        var last = (End: -1, Begin: -1);

        foreach (var separator in (string[])[". ", ", ", "; ", " - ", " – ", " — "])
        {
            var at = Title.LastIndexOf(separator, StringComparison.Ordinal);
            last = at > last.End ? (at, at + separator.Length) : last;
        }

        return last;
    }

    private void TakeBeginning()
    {
        var colon = Title.IndexOf(": ", StringComparison.Ordinal);

        if (colon > 1 && owners.Count == 0 && IsHandle(Title[..colon].Trim('*', '_', ' ')))
        {
            owners.Add(Title[..colon].Trim('*', '_', ' '));
            Title = Title[(colon + 2)..].TrimStart('*', '_', ' ');
        }
    }

    private bool Take(string part)
    {
        var plain = PlainText.Of(part).Trim();

        if (IsHandle(plain) || IsMention(plain) || ItemLabels.OwnerOf(plain) is not null)
        {
            owners.Add(ItemLabels.OwnerOf(plain) ?? plain);
            return true;
        }

        if (Due is null && ItemLabels.DueOf(plain) is { } due)
        {
            Due = due;
            return true;
        }

        return false;
    }

    // A handle at the end of a sentence may belong to it: "ask on Monday, @ada". Behind a dash it stands by itself.
    private static bool NamesItself(string separator, string clause) =>
        separator.AsSpan().Trim() is "-" or "–" or "—" || PlainText.Of(clause).Trim() is var plain && !IsHandle(plain) && !IsMention(plain);

    // @Grace Lind, as some tools write people.
    private static bool IsMention(string words) =>
        words is ['@', _, ..] && words.Length < 60 && words[1..].Split(' ') is { Length: 2 or 3 } names && names.All(name => name.Length > 0 && char.IsUpper(name[0]) && name.All(c => char.IsLetter(c) || c is '-' or '\'' or '.'));

    private static bool IsHandle(string word) => word is ['@', _, ..] && word.AsSpan(1).IndexOfAnyExcept(HandleLetters) < 0;

    private int Closing(int open)
    {
        var (opening, closing) = Title[open] == '(' ? ('(', ')') : ('[', ']');
        var depth = 0;

        for (var i = open; i < Title.Length; i++)
        {
            depth += Title[i] == opening ? 1 : Title[i] == closing ? -1 : 0;

            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
