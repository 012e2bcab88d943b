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
        var known = 0;
        var pending = new Underway[sent.Count];

        for (var i = 0; i < sent.Count; i++)
        {
            pending[i] = new Underway(sent[i].Changes);
        }

        foreach (var update in accepted)
        {
            if (known == sent.Count)
            {
                break;
            }

            if (sent[known].Client == update.Client)
            {
                MustBeTheSame(sent[known].Sequence, pending[known].Whole, update);
                known++;
                continue;
            }

            var theirs = new Underway(update.Changes);
            var isFirst = sent[known].Client.CompareTo(update.Client) < 0;

            for (var i = known; i < pending.Length; i++)
            {
                Underway.Pass(ref pending[i], ref theirs, isFirst);
            }
        }

        return [.. sent.Skip(known).Select((update, i) => update with { Changes = pending[known + i].Whole })];
    }

    internal static RuleBrokenException DoesNotFollow() =>
        new("document/sequence", "What arrived does not follow what this window sent before. Please reload the page; your words stay on this device.");

    /// <summary>Of what a window sent before, it sends all again or nothing. A tab that the browser doubled takes itself for the first one and would lose words.</summary>
    private static void MustBeTheSame(int sequence, ChangeSet sent, Update accepted)
    {
        if (sequence != accepted.Sequence || !sent.Stretches.SequenceEqual(accepted.Changes.Stretches))
        {
            throw DoesNotFollow();
        }
    }
}
