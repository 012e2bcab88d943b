namespace Postmortems.Domain.ImportExport;

/// <summary>The beginning of a text that is too long for its field. The document keeps all of it.</summary>
internal static class Shortened
{
    public static string To(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', longest - 1, longest / 4);
        var end = cut > 0 ? cut : longest - 1;

        // Never half of a character.
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
