namespace Postmortems.Domain;

/// <summary>The beginning of a text that is too long for its place: whole words where there are spaces, and never half of a character.</summary>
public static class Shortened
{
    public static string To(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', longest - 1, longest / 4);
        var end = cut > 0 ? cut : Math.Max(longest - 1, 1);

        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end).TrimEnd(), "…");
    }
}
