namespace Postmortems.Domain.Retros;

public static class RetroBell
{
    /// <summary>What instances listen for: the number of a retro and what changed in it.</summary>
    public const string Name = "retros";

    /// <summary>Where the meeting is, what is decided, what may be seen: every window looks anew.</summary>
    public const string Step = "step";

    /// <summary>One more voted, sat down or answered: only who counts them looks anew.</summary>
    public const string Count = "count";
}
