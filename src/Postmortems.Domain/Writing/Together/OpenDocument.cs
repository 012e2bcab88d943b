namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// What an instance remembers of a document between two batches of changes, so that the next one need not read it all again.
/// The database stays the authority: what is remembered is used only where the row still stands at the version that is remembered.
/// </summary>
public sealed class OpenDocument
{
    /// <summary>Versions. A window that is further behind is brought up to date from the database.</summary>
    private const int MostRemembered = 2000;

    private readonly DocumentBuffer text;
    private readonly List<Update> recent = [];
    private readonly Dictionary<Guid, int> lastSequence = [];

    /// <summary>Which sequence each of the unsettled changes took the place of.</summary>
    private readonly Stack<int> before = [];
    private int forgotten;

    internal OpenDocument(Guid id, int version, string text)
    {
        Id = id;
        Version = version;
        this.text = new DocumentBuffer(text);
        forgotten = version;
    }

    /// <param name="document">With all that was typed since its text was stored.</param>
    internal static OpenDocument Of(Document document)
    {
        var open = new OpenDocument(document.PostmortemId, document.Version, document.Text);
        open.Settle(document.KeptVersion);
        return open;
    }

    internal Guid Id { get; }

    internal int Version { get; private set; }

    /// <summary>UTF-16 units.</summary>
    internal int Length => text.Length;

    internal string Text => text.ToString();

    /// <summary>As it was when somebody last looked.</summary>
    internal int KeptVersion { get; private set; }

    /// <exception cref="RuleBrokenException">It would leave something no document may hold; nothing is changed then.</exception>
    internal void Take(Update update)
    {
        text.Take(update.Changes);
        Version++;
        before.Push(LastSequenceOf(update.Client));
        lastSequence[update.Client] = update.Sequence;
        recent.Add(update);
    }

    /// <summary>What was taken is committed.</summary>
    internal void Settle(int keptVersion)
    {
        KeptVersion = keptVersion;
        text.Settle();
        before.Clear();

        if (recent.Count >= 2 * MostRemembered)
        {
            recent.RemoveRange(0, recent.Count - MostRemembered);
            forgotten = Version - MostRemembered;
        }
    }

    /// <summary>Takes back what was taken since it was settled last.</summary>
    internal void Undo()
    {
        text.Undo();

        while (before.TryPop(out var sequence))
        {
            lastSequence[recent[^1].Client] = sequence;
            recent.RemoveAt(recent.Count - 1);
            Version--;
        }
    }

    /// <summary>Whether nothing needs to be read to take these.</summary>
    internal bool Remembers(IReadOnlyList<SentUpdates> sent) =>
        sent.All(one => one.BasedOn <= Version && After(one.BasedOn) is not null && one.Updates.All(update => Knows(update.Client)));

    /// <returns>The windows among these from which nothing was heard yet.</returns>
    internal IEnumerable<(OpenDocument Document, Guid Client)> Strangers(IReadOnlyList<SentUpdates> sent) =>
        sent.SelectMany(one => one.Updates).Select(update => update.Client).Distinct().Where(client => !Knows(client)).Select(client => (this, client));

    /// <returns>Null when that is too long ago to be remembered.</returns>
    internal IReadOnlyList<Update>? After(int version) =>
        version < forgotten ? null : version > Version ? [] : recent.GetRange(version - forgotten, Version - version);

    internal bool Knows(Guid client) => lastSequence.ContainsKey(client);

    internal int LastSequenceOf(Guid client) => lastSequence.GetValueOrDefault(client);

    internal void Learn(Guid client, int sequence) => lastSequence[client] = sequence;
}
