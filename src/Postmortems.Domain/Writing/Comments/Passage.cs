using System.Runtime.InteropServices;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>A stretch of a document at one of its versions, in UTF-16 units.</summary>
/// <param name="To">Where it ends. As far as <paramref name="From"/> when its words were taken out.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Passage(int From, int To)
{
    public bool IsRemoved => From >= To;

    /// <summary>What is put in at its edges does not belong to it; what is put in between does.</summary>
    public Passage After(ChangeSet changes)
    {
        var from = changes.PlaceAfter(From, sticksToNext: true);
        var to = changes.PlaceAfter(To, sticksToNext: false);
        return from < to && !IsRemoved ? new Passage(from, to) : new Passage(Math.Min(from, to), Math.Min(from, to));
    }

    /// <summary>Never cuts a character in two.</summary>
    public Passage Whole(string text) => new(
        From > 0 && From < text.Length && char.IsLowSurrogate(text[From]) ? From - 1 : From,
        To > 0 && To < text.Length && char.IsLowSurrogate(text[To]) ? To + 1 : To);
}
