namespace Postmortems.Formats;

/// <summary>Orders names of files as people count: PM-9 before PM-10, on every machine alike.</summary>
public sealed class NumberedNames : IComparer<string>
{
    public static readonly NumberedNames Order = new();

    private NumberedNames()
    {
    }

    public int Compare(string? x, string? y)
    {
        var one = x.AsSpan();
        var other = y.AsSpan();

        while (!one.IsEmpty && !other.IsEmpty)
        {
            var (number, otherNumber) = (Digits(one), Digits(other));
            var both = number > 0 && otherNumber > 0;
            var order = both ? CompareNumbers(one[..number], other[..otherNumber]) : one[0].CompareTo(other[0]);

            if (order != 0)
            {
                return order;
            }

            one = one[(both ? number : 1)..];
            other = other[(both ? otherNumber : 1)..];
        }

        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(x, y);
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    /// <summary>However long; leading zeros say nothing.</summary>
    private static int CompareNumbers(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one.TrimStart('0');
        other = other.TrimStart('0');
        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.SequenceCompareTo(other);
    }
}
