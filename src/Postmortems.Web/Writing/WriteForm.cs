namespace Postmortems.Web.Writing;

/// <summary>A text on its way to become the document.</summary>
public sealed class WriteForm
{
    public const string Save = "save";
    public const string Preview = "preview";

    public string? Text { get; set; }

    /// <summary>The version that the writer began from.</summary>
    public int BasedOn { get; set; }

    /// <summary>What an amendment corrects.</summary>
    public string? Note { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }
}
