namespace Postmortems.Domain.Writing.Together;

/// <summary>A text that changes in place, one accepted change after the other, and stays fit to be kept.</summary>
internal sealed class DocumentBuffer
{
    private readonly Stack<Taken> unsettled = [];
    private char[] units;
    private int length;

    public DocumentBuffer(string text)
    {
        units = text.ToCharArray();
        length = text.Length;
    }

    public int Length => length;

    /// <param name="changes">As they were accepted, in order, see <see cref="ChangeSetJson"/>.</param>
    public static string TextAfter(string text, IEnumerable<string> changes)
    {
        var buffer = new DocumentBuffer(text);

        foreach (var change in changes)
        {
            buffer.Take(ChangeSetJson.Parse(change));
            buffer.Settle();
        }

        return buffer.ToString();
    }

    public override string ToString() => new(units, 0, length);

    /// <exception cref="RuleBrokenException">It would leave something no document may hold; the text stays as it was.</exception>
    public void Take(ChangeSet changes)
    {
        if (changes.Length != length)
        {
            throw ChangeSetJson.NoChange();
        }

        MustLeaveText(changes);

        if (changes.Only is { } one)
        {
            unsettled.Push(new Taken(one.At, one.Stretch.LengthAfter, new string(units, one.At, one.Stretch.Length)));
            Replace(one.At, one.Stretch.Length, one.Stretch.Insert);
        }
        else
        {
            var before = ToString();
            unsettled.Push(new Taken(0, changes.LengthAfter, before));
            (units, length) = (changes.Apply(before).ToCharArray(), changes.LengthAfter);
        }
    }

    /// <summary>What was taken stays.</summary>
    public void Settle() => unsettled.Clear();

    /// <summary>Takes back what was taken since it was settled last.</summary>
    public void Undo()
    {
        while (unsettled.TryPop(out var taken))
        {
            Replace(taken.At, taken.Length, taken.Before);
        }
    }

    /// <summary>The text was fit before, so only what is put in and the places where two pieces meet can be unfit.</summary>
    private void MustLeaveText(ChangeSet changes)
    {
        var before = '\n';
        var at = 0;
        var isFit = changes.LengthAfter <= Document.LongestText;

        foreach (var (covered, insert) in changes.Stretches)
        {
            ReadOnlySpan<char> piece = insert is null ? units.AsSpan(at, covered) : insert.AsSpan();
            at += covered;

            if (piece.IsEmpty)
            {
                continue;
            }

            isFit &= char.IsHighSurrogate(before) == char.IsLowSurrogate(piece[0]) && (insert is null || IsFit(insert));
            before = piece[^1];
        }

        if (!isFit || char.IsHighSurrogate(before))
        {
            // Says which line it is, or that it is too long.
            DocumentText.Accept(changes.Apply(ToString()));
            throw ChangeSetJson.NoChange();
        }
    }

    private static bool IsFit(string insert)
    {
        for (var i = 1; i < insert.Length; i++)
        {
            if (char.IsHighSurrogate(insert[i - 1]) != char.IsLowSurrogate(insert[i]))
            {
                return false;
            }
        }

        return !insert.AsSpan().ContainsAny('\0', '\r');
    }

    private void Replace(int at, int gone, ReadOnlySpan<char> put)
    {
        var after = length - gone + put.Length;

        if (after > units.Length)
        {
            Array.Resize(ref units, Math.Max(after, units.Length + (units.Length / 4) + 256));
        }

        Array.Copy(units, at + gone, units, at + put.Length, length - at - gone);
        put.CopyTo(units.AsSpan(at));
        length = after;
    }

    /// <summary>So many units stand where these did.</summary>
    private readonly record struct Taken(int At, int Length, string Before);
}
