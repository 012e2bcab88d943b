namespace Postmortems.Domain.Writing.Together;

public static class DocumentBell
{
    /// <summary>What instances listen for. It only says in which document to look: the changes themselves are read from their table.</summary>
    public const string Name = "document_changes";
}
