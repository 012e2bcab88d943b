namespace Postmortems.Web.Writing.Together;

/// <summary>One window in which somebody writes a document, and where its cursor stands.</summary>
/// <param name="Window">Made by the window itself; two windows of one person are two.</param>
/// <param name="Version">The version of the document to which the places belong.</param>
/// <param name="Anchor">Where the selection begins; as far as <paramref name="Head"/> when nothing is selected.</param>
/// <param name="Gone">The window was closed.</param>
public sealed record PresentWindow(Guid Window, Guid Person, string Name, int Version, int Anchor, int Head, bool Gone = false);

/// <summary>What a window tells of itself.</summary>
public sealed record PresenceSent(Guid Window, int Version, int Anchor, int Head, bool Gone = false);
