using System.Text;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// What somebody changed in a text: every stretch of it in order, kept or replaced. The form, and the rules by which changes
/// that were made at the same time are brought together, are those of CodeMirror's ChangeSet (codemirror.net/docs/ref/#state.ChangeSet),
/// because each browser brings its own changes together by them and must come to the same text.
/// </summary>
public sealed class ChangeSet
{
    internal ChangeSet(IReadOnlyList<Stretch> stretches)
    {
        Stretches = stretches;
        Length = stretches.Sum(stretch => stretch.Length);
        LengthAfter = stretches.Sum(stretch => stretch.LengthAfter);
    }

    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>UTF-16 units of the text that it applies to.</summary>
    public int Length { get; }

    public int LengthAfter { get; }

    /// <summary>Where it replaces one stretch alone: how many units stand before that, and what it is.</summary>
    internal (int At, Stretch Stretch)? Only => Stretches switch
    {
        [{ Stays: false } only] => (0, only),
        [{ Stays: false } only, { Stays: true }] => (0, only),
        [{ Stays: true } begin, { Stays: false } only] => (begin.Length, only),
        [{ Stays: true } begin, { Stays: false } only, { Stays: true }] => (begin.Length, only),
        _ => null,
    };

    /// <exception cref="ArgumentException">The text is not as long as the one that was changed.</exception>
    public string Apply(string text)
    {
        if (text.Length != Length)
        {
            throw new ArgumentException($"The change is for a text of {Length} units, not of {text.Length}.", nameof(text));
        }

        var changed = new StringBuilder(LengthAfter);
        var at = 0;

        foreach (var (length, insert) in Stretches)
        {
            _ = insert is null ? changed.Append(text, at, length) : changed.Append(insert);
            at += length;
        }

        return changed.ToString();
    }

    /// <summary>This change as it applies after another that was made to the same text at the same time.</summary>
    /// <param name="isFirst">Where both put something in at one place: whether this one's words come first.</param>
    /// <exception cref="ArgumentException">The two were made to texts of different lengths.</exception>
    public ChangeSet After(ChangeSet other, bool isFirst) => BringTogether.Follow(this, other, isFirst);

    /// <summary>Where a place of the text stands after this change, by the rules of CodeMirror's ChangeDesc.mapPos.</summary>
    /// <param name="at">UTF-16 units before it.</param>
    /// <param name="sticksToNext">What is put in right here comes before the place, not after it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The text has no such place.</exception>
    public int PlaceAfter(int at, bool sticksToNext)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, Length);

        var before = 0;
        var after = 0;

        foreach (var stretch in Stretches)
        {
            var end = before + stretch.Length;

            if (stretch.Stays && end > at)
            {
                return after + (at - before);
            }

            if (!stretch.Stays && (end > at || (stretch.Length == 0 && end == at && !sticksToNext)))
            {
                return at == before || !sticksToNext ? after : after + stretch.LengthAfter;
            }

            before = end;
            after += stretch.LengthAfter;
        }

        return after;
    }
}
