namespace Postmortems.Language.Languages;

/// <summary>Tells in which language a text is written, by its commonest words.</summary>
internal static class Tongue
{
    private const int EnoughUnits = 4000;

    /// <summary>A single word can be borrowed.</summary>
    private const int FewestCommon = 2;

    /// <param name="language">Where it is known.</param>
    public static SpokenLanguage Of(string text, string? language)
    {
        if (Rules.Spoken.FirstOrDefault(spoken => spoken.Code == language) is { } known)
        {
            return known;
        }

        var beginning = text.Length <= EnoughUnits ? text : text[..EnoughUnits];
        var words = beginning.ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var told = Rules.Spoken.Select(spoken => (Spoken: spoken, Common: words.Count(spoken.IsCommon))).OrderByDescending(told => told.Common).ToList();

        // In a line of a few words one may be enough, when no other language could have said it.
        return told[0].Common >= FewestCommon || (told[0].Common > 0 && told[1].Common == 0) ? told[0].Spoken : Rules.Spoken[0];
    }
}
