namespace Postmortems.Domain.Writing.Together;

/// <summary>One change of a document by one window of somebody's browser.</summary>
/// <param name="Client">The window. No two ever share one.</param>
/// <param name="Sequence">Counts the changes of that window, so that one which is sent again is known.</param>
public sealed record Update(Guid Client, int Sequence, ChangeSet Changes);
