using System.Text;

namespace Postmortems.Formats.Source;

/// <summary>A document as lines without their ends, free of what a database or a page cannot hold.</summary>
internal sealed class SourceText
{
    private SourceText(string[] lines, bool mended)
    {
        Lines = lines;
        WasMended = mended;
    }

    public string[] Lines { get; }

    /// <summary>Whether NUL, other control characters or lone surrogates were replaced.</summary>
    public bool WasMended { get; }

    public static SourceText Of(string text)
    {
        var clean = Mend(text, out var mended);

        return new SourceText(clean.ReplaceLineEndings("\n").Split('\n'), mended);
    }

    public string Join(int from = 0, int? to = null) => string.Join('\n', Lines, from, (to ?? Lines.Length) - from);

    private static string Mend(string text, out bool mended)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var clean = new StringBuilder(text.Length);
        mended = false;

        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && !IsLayout(c)))
            {
                clean.Append('\uFFFD');
                mended = true;
            }
            else
            {
                // Form feeds and vertical tabs end a line for some tools; here they are space.
                clean.Append(c is '\f' or '\v' ? ' ' : c is '\u0085' or '\u2028' or '\u2029' ? '\n' : c);
            }
        }

        return clean.ToString();
    }

    private static bool IsLayout(char c) => c is '\n' or '\r' or '\t' or '\f' or '\v' or '\u0085';
}
