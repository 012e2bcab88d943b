using System.Buffers;
using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.ActionItems;

/// <summary>What the words of one item state besides the promise: its state, owner, due date and link.</summary>
internal static class ItemWords
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[(*_` ");

    private const int MostWordsOfAState = 3;

    private static readonly string[] LeadingStates = ["done", "todo", "to do", "wip", "in progress", "declined", "completed", "fixed"];

    public static ReadActionItem Read(string opening, bool? isChecked, IReadOnlyList<string> notes, ItemGroup group, LineSpan lines)
    {
        var asides = ItemAsides.Of(WithoutState(opening, out var stated));
        var title = stated is null ? WithoutState(asides.Title, out stated) : asides.Title;
        var priority = ItemPriority.Take(ref title);
        string[] all = [title, .. notes];

        return new ReadActionItem
        {
            Title = title,
            Status = isChecked is { } ticked ? Boxed(ticked, opening) : stated ?? DoneIn(notes) ?? group.Status,
            Owner = asides.Owner ?? all.Select(OwnerIn).FirstOrDefault(owner => owner is not null),
            Due = asides.Due ?? all.Select(text => ItemLabels.DueIn(PlainText.Of(text))).FirstOrDefault(due => due is not null),
            Type = group.Type,
            Priority = priority,
            Link = all.Select(Link.In).FirstOrDefault(link => link is not null),
            Lines = lines,
        };
    }

    /// <summary>Whether the item says of itself that it is done or to do, or names a ticket.</summary>
    public static bool NamesItsState(string opening)
    {
        WithoutState(opening, out var stated);

        return stated is not null || opening.Contains("TODO", StringComparison.Ordinal) || opening.Contains("Phab", StringComparison.Ordinal) || NamesTicket(opening);
    }

    // Struck through and never ticked: nobody will do it.
    private static string Boxed(bool ticked, string opening) =>
        ticked ? ItemStatus.Done : opening.StartsWith("~~", StringComparison.Ordinal) ? ItemStatus.WontDo : ItemStatus.Open;

    private static string WithoutState(string opening, out string? status)
    {
        var text = opening.Trim();
        status = null;

        if (text.StartsWith("~~", StringComparison.Ordinal) && text.LastIndexOf("~~", StringComparison.Ordinal) > text.Length / 2)
        {
            status = ItemStatus.Done;
            text = text.Replace("~~", "", StringComparison.Ordinal);
        }

        foreach (var tick in (string[])["✅", "✔️", "✔", "☑️", "☑", ":white_check_mark:", ":heavy_check_mark:"])
        {
            if (text.StartsWith(tick, StringComparison.Ordinal) || text.EndsWith(tick, StringComparison.Ordinal))
            {
                status = ItemStatus.Done;
                text = text.Replace(tick, "", StringComparison.Ordinal).Trim();
            }
        }

        if (text is ['☐' or '⬜', .. var unticked])
        {
            status = ItemStatus.Open;
            text = unticked.TrimStart();
        }

        return NamedState(text, ref status) ?? LeadingState(text, ref status) ?? TrailingState(text, ref status) ?? text;
    }

    // Status: Declined - …, Status: In progress …
    private static string? NamedState(string text, ref string? status)
    {
        const string Label = "Status:";

        if (!text.StartsWith(Label, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var words = text[Label.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);

        for (var count = 1; count <= MostWordsOfAState && count < words.Length; count++)
        {
            if (ItemStatus.Of(string.Join(' ', words[..count])) is { } found)
            {
                status = found;
                return string.Join(' ', words[count..]).TrimStart('-', '–', '—', '*', '_', ' ');
            }
        }

        return null;
    }

    // [DONE] …, **TODO:** …, Done Add …
    private static string? LeadingState(string text, ref string? status)
    {
        var start = text.AsSpan().IndexOfAnyExcept(Marks);

        foreach (var state in LeadingStates)
        {
            if (start < 0 || !text.AsSpan(start).StartsWith(state, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var after = start + state.Length;
            var isMarked = after < text.Length && text[after] is ':' or ']' or ')' or '*' || (text.Length > after + 2 && text[after] == ' ' && text[after + 1] is '-' or '–');
            var isBare = start == 0 && after + 1 < text.Length && text[after] == ' ' && char.IsUpper(text[0]) && (char.IsUpper(text[after + 1]) || state is "done");

            if (isMarked || isBare)
            {
                status = ItemStatus.Of(state);
                return text[after..].TrimStart(':', ']', ')', '*', '_', '`', ' ', '-', '–').Trim();
            }
        }

        return null;
    }

    // … (done), … - DONE
    private static string? TrailingState(string text, ref string? status)
    {
        var open = text.LastIndexOfAny(['(', '[', '-', '–', '—']);

        if (open <= 0 || text.Length - open > 30 || ItemStatus.Of(text[open..].Trim('(', ')', '[', ']', ' ', '-', '–', '—', '*', '.')) is not { } found)
        {
            return null;
        }

        status = found;
        return text[..open].TrimEnd(' ', '*', '_');
    }

    private static string? DoneIn(IReadOnlyList<string> notes) =>
        notes.Any(note => note.StartsWith("Done", StringComparison.OrdinalIgnoreCase) || note.Contains("has been done", StringComparison.OrdinalIgnoreCase) || note.StartsWith("Completed", StringComparison.OrdinalIgnoreCase))
            ? ItemStatus.Done
            : null;

    private static string? OwnerIn(string text)
    {
        var plain = PlainText.Of(text);
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // @ada at either end of the item.
        return ItemLabels.OwnerIn(plain) ?? (words.Length < 2 ? null : Handle(words[0]) ?? Handle(words[^1]));
    }

    private static string? Handle(string word)
    {
        var name = word.Trim('(', ')', '[', ']', ':', ',', '.');

        return name is ['@', _, ..] ? name : null;
    }

    // OPS-123 or T123456
    private static bool NamesTicket(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (text[i - 1] == '-' && i > 2 && char.IsAsciiLetterUpper(text[i - 2]) && char.IsAsciiLetterUpper(text[i - 3])
                || (text[i - 1] == 'T' && i + 4 < text.Length && char.IsAsciiDigit(text[i + 4]) && (i == 1 || !char.IsLetterOrDigit(text[i - 2])))))
            {
                return true;
            }
        }

        return false;
    }
}
