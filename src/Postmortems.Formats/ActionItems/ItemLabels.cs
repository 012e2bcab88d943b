using System.Buffers;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.ActionItems;

/// <summary>The labels before an owner and before a due date, and what stands behind them.</summary>
internal static class ItemLabels
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",;()|.");

    private static readonly string[] Owners = ["owner:", "owner =", "assignee:", "assigned to:", "assigned to ", "responsible:", "dri:", "who:", "verantwortlich:", "responsable :", "responsable:", "responsável:"];
    private static readonly string[] Dues = ["due:", "due date:", "due by ", "due on ", "due ", "deadline:", "target date:", "eta:", "eta ", "by ", "until ", "fällig:", "bis ", "échéance :", "échéance:", "fecha límite:", "prazo:"];

    /// <summary>The owner that the whole text names.</summary>
    public static string? OwnerOf(string plain) =>
        Array.Find(Owners, label => plain.StartsWith(label, StringComparison.OrdinalIgnoreCase)) is { } label && plain.AsSpan(label.Length).IndexOfAny(NameEnds) < 0
            ? Name(plain[label.Length..])
            : null;

    /// <summary>The day that the whole text names.</summary>
    public static DateOnly? DueOf(string plain)
    {
        foreach (var label in Dues.Where(label => plain.StartsWith(label, StringComparison.OrdinalIgnoreCase)))
        {
            var at = TextAt.SkipAny(plain, label.Length, " ");

            if (DateScanner.TryTake(plain, ref at) is { Year: not null } written && plain.AsSpan(at).Trim(" .").IsEmpty)
            {
                return written.In(null);
            }
        }

        return null;
    }

    public static string? OwnerIn(string plain)
    {
        foreach (var label in Owners)
        {
            var at = plain.IndexOf(label, StringComparison.OrdinalIgnoreCase);

            if (at >= 0 && (at == 0 || !char.IsLetter(plain[at - 1])))
            {
                var name = plain.AsSpan(at + label.Length).TrimStart();
                var end = name.IndexOfAny(NameEnds);

                return Name((end < 0 ? name : name[..end]).ToString());
            }
        }

        return null;
    }

    public static DateOnly? DueIn(string plain)
    {
        foreach (var label in Dues)
        {
            for (var at = plain.IndexOf(label, StringComparison.OrdinalIgnoreCase); at >= 0 && at < 2000; at = plain.IndexOf(label, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var day = TextAt.SkipAny(plain, at + label.Length, " ");

                if ((at == 0 || !char.IsLetter(plain[at - 1])) && DateScanner.TryTake(plain, ref day) is { Year: not null } written)
                {
                    return written.In(null);
                }
            }
        }

        return null;
    }

    private static string? Name(string name)
    {
        var words = name.Trim();

        return words.Length is > 0 and <= 60 && words.AsSpan().Count(' ') < 4 ? words : null;
    }
}
