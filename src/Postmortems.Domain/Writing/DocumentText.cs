namespace Postmortems.Domain.Writing;

/// <summary>Makes typed text fit to be kept: one kind of line end, and no character that the database cannot hold.</summary>
public static class DocumentText
{
    public static string Accept(string text)
    {
        if (text.Length > Document.LongestText)
        {
            throw new RuleBrokenException("document/too-long", $"A document holds up to {Document.LongestText:N0} characters. Please move some of it to a link.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new RuleBrokenException("document/nul", $"Line {LineOf(text, text.IndexOf('\0', StringComparison.Ordinal))} holds an invisible character (NUL) that cannot be kept. Please type that line anew.");
        }

        if (LoneSurrogate(text) is { } at)
        {
            throw new RuleBrokenException("document/half-character", $"Line {LineOf(text, at)} holds half of a character. Please type that line anew.");
        }

        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static int? LoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;
}
