namespace Postmortems.Domain.Writing.Together;

/// <summary>A stretch of the text before a change, in UTF-16 units, and what stands there afterwards.</summary>
/// <param name="Length">How much of the old text it covers; 0 where something is only put in.</param>
/// <param name="Insert">Null where the old text stays, empty where it goes, else what takes its place.</param>
public readonly record struct Stretch(int Length, string? Insert)
{
    public bool Stays => Insert is null;

    public int LengthAfter => Insert?.Length ?? Length;
}
