namespace Postmortems.Language.Reading;

/// <summary>A word or a mark of a sentence.</summary>
/// <param name="Start">UTF-16 units from the start of the sentence.</param>
/// <param name="Text">In lower case, with a straight apostrophe.</param>
internal readonly record struct Word(int Start, int Length, string Text, WordKind Kind, bool IsCapital)
{
    public int End => Start + Length;

    public bool Is(string text) => Text == text;
}

internal enum WordKind
{
    Word,
    Mark,

    /// <summary>Code or an address: always a thing.</summary>
    Code,
}
