namespace Postmortems.Domain.Incidents;

/// <summary>Reads what somebody typed to find titles as a full text query: every word, or its beginning.</summary>
internal static class TitleWords
{
    private const int MostWords = 10;

    /// <returns>"label:* &amp; pool:*", or null when there is no word in it.</returns>
    public static string? Query(string? typed)
    {
        var letters = (typed ?? "").Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray();
        var words = new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();

        return words.Count == 0 ? null : string.Join(" & ", words.Select(word => $"{word}:*"));
    }
}
