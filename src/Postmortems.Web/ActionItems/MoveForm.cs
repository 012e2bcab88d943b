using Postmortems.Domain.ActionItems;

namespace Postmortems.Web.ActionItems;

/// <summary>A button that moves an action item, with the words that some moves ask for and where to go afterwards.</summary>
public sealed class MoveForm
{
    public const string Name = "move";

    public ActionItemMove? Verb { get; set; }

    public string? Words { get; set; }

    public string? Next { get; set; }
}
