namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// A change on its way over others. Most replace one stretch, far from where the others do: then only its place moves, which
/// costs a few sums instead of a walk along both. What touches is left to <see cref="ChangeSet.After"/>.
/// </summary>
internal struct Underway
{
    private ChangeSet? whole;
    private int at;
    private readonly int gone;
    private readonly string put;

    /// <summary>Units of the text that it applies to.</summary>
    private int length;

    public Underway(ChangeSet changes)
    {
        (whole, length, put) = (changes, changes.Length, "");

        if (changes.Only is { } only)
        {
            (whole, at, gone, put) = (null, only.At, only.Stretch.Length, only.Stretch.Insert!);
        }
    }

    /// <summary>Whether it replaces one stretch alone.</summary>
    private readonly bool IsOne => gone > 0 || put.Length > 0;

    private readonly int Growth => put.Length - gone;

    public ChangeSet Whole
    {
        get
        {
            if (whole is null)
            {
                var stretches = new StretchList();
                stretches.Keep(at);
                stretches.Replace(gone, put);
                stretches.Keep(length - at - gone);
                whole = stretches.ToChangeSet();
            }

            return whole;
        }
    }

    /// <summary>Makes each of the two one that applies after the other.</summary>
    /// <param name="isFirst">Where both put something in at one place: whether the words of the first one come first.</param>
    public static void Pass(ref Underway mine, ref Underway theirs, bool isFirst)
    {
        if (mine.IsOne && theirs.IsOne && theirs.at + theirs.gone < mine.at)
        {
            mine.Move(mine.at + theirs.Growth, theirs.Growth);
            theirs.Move(theirs.at, mine.Growth);
        }
        else if (mine.IsOne && theirs.IsOne && mine.at + mine.gone < theirs.at)
        {
            mine.Move(mine.at, theirs.Growth);
            theirs.Move(theirs.at + mine.Growth, mine.Growth);
        }
        else
        {
            var (my, their) = (mine.Whole, theirs.Whole);
            mine = new Underway(my.After(their, isFirst));
            theirs = new Underway(their.After(my, !isFirst));
        }
    }

    private void Move(int to, int growth)
    {
        (at, length) = (to, length + growth);
        whole = null;
    }
}
