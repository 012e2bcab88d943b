namespace Postmortems.Domain.Writing.Together;

/// <summary>A change as it was accepted: it made this version of the one before. The document's whole history is these.</summary>
/// <param name="Client">The window that sent it.</param>
/// <param name="Sequence">Which of that window's changes it is, so that one which is sent again is known; <see cref="WholeText" /> for what no window typed.</param>
/// <param name="Changes">See <see cref="ChangeSetJson"/>.</param>
public sealed record DocumentChange(Guid PostmortemId, int Version, Guid Client, int Sequence, Guid By, DateTimeOffset At, string Changes)
{
    /// <summary>Somebody saved or restored a whole text, which those who type are told.</summary>
    public const int WholeText = 0;
}
