namespace Postmortems.Domain.Writing.Together;

/// <summary>What becomes of a document by all that was sent, each brought up to the newest and refused alone where it must be.</summary>
internal static class ChangeBatch
{
    public static (List<AcceptOutcome?> Outcomes, List<TakenChange> Rows) Take(OpenDocument document, History history, IReadOnlyList<SentUpdates> sent)
    {
        var outcomes = new List<AcceptOutcome?>();
        var rows = new List<TakenChange>();

        foreach (var one in sent)
        {
            try
            {
                one.Actor.MustEdit();
                outcomes.Add(TakeOne(document, history, one, rows));
            }
            catch (RuleBrokenException broken)
            {
                // Refused alone, never with the others of the batch.
                outcomes.Add(new AcceptOutcome.Refused(broken));
            }
        }

        return (outcomes, rows);
    }

    private static AcceptOutcome TakeOne(OpenDocument document, History history, SentUpdates sent, List<TakenChange> rows)
    {
        if (history.After(sent.BasedOn) is not { } others)
        {
            return new AcceptOutcome.OtherHistory(document.Version);
        }

        var fitting = Fitting(sent.Updates, others is [var next, ..] ? next.Changes.Length : document.Length);
        var fresh = Rebase.Over(fitting, others);
        MustFollow(document, fresh);
        var (taken, refusal) = TakeAll(document, fresh, sent.Actor.UserId, rows);
        refusal ??= fitting.Count < sent.Updates.Count ? ChangeSetJson.NoChange() : null;

        return refusal is not null && taken == 0 && fresh.Count == fitting.Count
            ? throw refusal
            : new AcceptOutcome.Accepted(document.Version, refusal?.Message);
    }

    /// <param name="length">Of the text that the first was made on. Each of the others was made on what the one before left.</param>
    private static List<Update> Fitting(IReadOnlyList<Update> sent, int length) =>
        [.. sent.TakeWhile((update, i) => update.Changes.Length == (i == 0 ? length : sent[i - 1].Changes.LengthAfter))];

    /// <summary>A gap would mean that something was lost on the way, and a number that was used before that two windows take themselves for one.</summary>
    private static void MustFollow(OpenDocument document, IReadOnlyList<Update> fresh)
    {
        if (fresh is not [var first, ..])
        {
            return;
        }

        var last = document.LastSequenceOf(first.Client);

        if (fresh.Index().Any(update => update.Item.Client != first.Client || update.Item.Sequence != last + 1 + update.Index))
        {
            throw Rebase.DoesNotFollow();
        }
    }

    /// <summary>A change that would leave something no document may hold is refused, and with it what was typed upon it.</summary>
    private static (int Taken, RuleBrokenException? Refusal) TakeAll(OpenDocument document, IReadOnlyList<Update> fresh, Guid by, List<TakenChange> rows)
    {
        var taken = 0;

        foreach (var update in fresh)
        {
            try
            {
                document.Take(update);
            }
            catch (RuleBrokenException broken)
            {
                return (taken, broken);
            }

            rows.Add(new TakenChange(document.Version, update.Client, update.Sequence, by, ChangeSetJson.Say(update.Changes)));
            taken++;
        }

        return (taken, null);
    }
}
