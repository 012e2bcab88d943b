namespace Postmortems.Language;

/// <summary>Counts how often a word was looked at: what a text costs, whatever else the machine does.</summary>
internal sealed class Effort
{
    public long Looks { get; set; }
}
