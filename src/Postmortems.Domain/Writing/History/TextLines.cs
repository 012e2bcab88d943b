namespace Postmortems.Domain.Writing.History;

/// <summary>Some lines of a text, each with its line end.</summary>
internal sealed class TextLines
{
    private readonly int[] places;
    private readonly int first;

    public TextLines(string text, int from, int until)
    {
        var lines = new List<string>();

        for (var at = from; at < until;)
        {
            var end = text.IndexOf('\n', at, until - at) is var found and >= 0 ? found + 1 : until;
            lines.Add(text[at..end]);
            at = end;
        }

        Words = [.. lines];
        places = Edits.Places(from, Words);
        Count = Words.Length;
    }

    private TextLines(string[] lines, int[] places, int first, int count)
    {
        Words = lines;
        this.places = places;
        this.first = first;
        Count = count;
    }

    public string[] Words { get; }

    public int Count { get; }

    public int From => places[first];

    public int Length => places[first + Count] - From;

    public TextLines Part(int begin, int count) => new(Words, places, first + begin, count);

    public string[] Tokens() => TextTokens.Of(string.Concat(Words.AsSpan(first, Count)));
}
