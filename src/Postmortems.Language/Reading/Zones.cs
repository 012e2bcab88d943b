using Markdig.Syntax;

namespace Postmortems.Language.Reading;

/// <summary>Tells which passages are another voice: quotations, chats, the instructions of a template.</summary>
internal static class Zones
{
    public static bool IsQuoted(LeafBlock leaf)
    {
        for (Block? block = leaf; block is not null; block = block.Parent)
        {
            if (block is QuoteBlock)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A template asks in slanted type or in brackets; who filled it in wrote upright.</summary>
    public static bool IsInstruction(string raw)
    {
        var text = raw.AsSpan().Trim();

        return text.Length > 2 && (text[0], text[^1]) switch
        {
            ('[', ']') or ('<', '>') or ('{', '}') => true,
            ('_', '_') or ('*', '*') => text[1] != text[0] && text[1] != ' ' && text[1..^1].IndexOf(text[0]) < 0,
            _ => false,
        };
    }

    /// <summary>A line of a chat: "&lt;ada&gt; restarting" or "ada: restarting" behind a clock time in brackets.</summary>
    public static bool IsChat(string raw)
    {
        var text = raw.AsSpan().TrimStart();
        var nick = text.IndexOf('>');

        return text.Length > 3 && ((text[0] == '<' && nick is > 1 and < 30 && text[1..nick].IndexOfAny(" /=") < 0 && nick + 1 < text.Length && text[nick + 1] == ' ')
            || (text[0] == '[' && char.IsDigit(text[1]) && text.IndexOf("] <") is > 0 and < 30));
    }
}
