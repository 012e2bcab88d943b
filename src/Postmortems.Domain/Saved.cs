namespace Postmortems.Domain;

/// <summary>What became of a change that began from a version.</summary>
public enum Saved
{
    Done,

    /// <summary>There is no such thing, or the actor may not see it.</summary>
    NotThere,

    /// <summary>Somebody else saved in between. Nothing was changed, so that both texts can be shown.</summary>
    ChangedMeanwhile,
}
