using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>What a timeline states, one after the other: a day that holds from here, or an event.</summary>
internal abstract record Mark(int First);

internal sealed record DayMark(WrittenDate Date, int First) : Mark(First);

/// <summary>An event, whose text may grow while its lines are read.</summary>
internal sealed record EventMark(WrittenMoment? Moment, int First) : Mark(First)
{
    private readonly List<string> texts = [];

    /// <summary>Whether it is an event even without a time, as a row of a table is.</summary>
    public bool StandsAlone { get; init; }

    public int Last { get; private set; } = First;

    public string Text => string.Join("\n", texts).Trim();

    public void Append(string text, int last)
    {
        if (text.Trim().Length > 0)
        {
            texts.Add(text);
        }

        Last = Math.Max(Last, last);
    }
}
