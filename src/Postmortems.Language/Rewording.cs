namespace Postmortems.Language;

/// <summary>An edit after which a phrase asks nothing more and the sentence still says the same. Only where that is sure; everything else is advice.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Was">What stands there now.</param>
/// <param name="Words">What stands there then; may be empty.</param>
public sealed record Rewording(int Start, string Was, string Words);
