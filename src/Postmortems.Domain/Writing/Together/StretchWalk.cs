namespace Postmortems.Domain.Writing.Together;

/// <summary>Walks along the stretches of a change, a whole one or a part of one at a time.</summary>
internal struct StretchWalk(ChangeSet changes)
{
    private readonly IReadOnlyList<Stretch> stretches = changes.Stretches;

    /// <summary>Which stretch it stands in.</summary>
    public int Index { get; private set; }

    /// <summary>Units of the old text in this stretch that lie behind it.</summary>
    public int Passed { get; private set; }

    public readonly bool IsDone => Index == stretches.Count;

    /// <summary>Units of the old text in this stretch that lie ahead.</summary>
    public readonly int Ahead => IsDone ? 0 : stretches[Index].Length - Passed;

    public readonly bool Stays => !IsDone && stretches[Index].Stays;

    public readonly bool Changes => !IsDone && !stretches[Index].Stays;

    public readonly string Insert => stretches[Index].Insert ?? "";

    public void Next()
    {
        Index++;
        Passed = 0;
    }

    public void Forward(int length)
    {
        if (length == Ahead)
        {
            Next();
        }
        else
        {
            Passed += length;
        }
    }
}
