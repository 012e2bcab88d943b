namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// Brings what a window sent up to the newest version. The window does the same to what it has not yet sent, change by change,
/// and must come to the same text; hence one accepted change after the other, never several folded into one. Where two put words
/// in at one place, those of the window whose name comes first stand first, whichever was accepted first: what each goes on
/// typing there then stays in one piece.
/// </summary>
public static class Rebase
{
    /// <param name="sent">In the order in which they were made, the first upon the version that the window knew.</param>
    /// <param name="accepted">What was accepted after that version, in order, from every window.</param>
    /// <returns>What is new of the sent, as it applies after all that was accepted.</returns>
    public static IReadOnlyList<Update> Over(IReadOnlyList<Update> sent, IEnumerable<Update> accepted)
    {
        var pending = new List<Update>(sent);

        foreach (var update in accepted)
        {
            if (pending is [var first, ..] && first.Client == update.Client)
            {
                pending.RemoveAt(0);
                MustBeTheSame(first, update);
                continue;
            }

            var theirs = update.Changes;
            var isFirst = pending is [var mineFirst, ..] && mineFirst.Client.CompareTo(update.Client) < 0;

            for (var i = 0; i < pending.Count; i++)
            {
                var mine = pending[i].Changes;
                pending[i] = pending[i] with { Changes = mine.After(theirs, isFirst) };

                if (i + 1 < pending.Count)
                {
                    theirs = theirs.After(mine, !isFirst);
                }
            }
        }

        return pending;
    }

    internal static RuleBrokenException DoesNotFollow() =>
        new("document/sequence", "What arrived does not follow what this window sent before. Please reload the page; your words stay on this device.");

    /// <summary>Of what a window sent before, it sends all again or nothing. A tab that the browser doubled takes itself for the first one and would lose words.</summary>
    private static void MustBeTheSame(Update sent, Update accepted)
    {
        if (sent.Sequence != accepted.Sequence || !sent.Changes.Stretches.SequenceEqual(accepted.Changes.Stretches))
        {
            throw DoesNotFollow();
        }
    }
}
