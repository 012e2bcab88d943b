namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// What an instance remembers of a document between two batches of changes, so that the next one need not read it all again.
/// The database stays the authority: what is remembered is used only at the version that the locked row tells.
/// </summary>
public sealed class OpenDocument
{
    /// <summary>Versions. A window that is further behind is brought up to date from the database.</summary>
    private const int MostRemembered = 2000;

    private readonly DocumentBuffer text;
    private readonly List<Update> recent = [];
    private readonly Dictionary<Guid, int> lastSequence = [];
    private int forgotten;

    internal OpenDocument(Guid id, int version, string text)
    {
        Id = id;
        Version = version;
        this.text = new DocumentBuffer(text);
        forgotten = version;
    }

    internal Guid Id { get; }

    internal int Version { get; private set; }

    /// <summary>UTF-16 units.</summary>
    internal int Length => text.Length;

    internal string Text => text.ToString();

    /// <exception cref="RuleBrokenException">It would leave something no document may hold; nothing is changed then.</exception>
    internal void Take(Update update)
    {
        text.Take(update.Changes);
        Version++;
        lastSequence[update.Client] = update.Sequence;
        recent.Add(update);

        if (recent.Count >= 2 * MostRemembered)
        {
            recent.RemoveRange(0, MostRemembered);
            forgotten += MostRemembered;
        }
    }

    /// <returns>Null when that is too long ago to be remembered.</returns>
    internal IReadOnlyList<Update>? After(int version) =>
        version < forgotten ? null : version > Version ? [] : recent.GetRange(version - forgotten, Version - version);

    internal bool Knows(Guid client) => lastSequence.ContainsKey(client);

    internal int LastSequenceOf(Guid client) => lastSequence.GetValueOrDefault(client);

    internal void Learn(Guid client, int sequence) => lastSequence[client] = sequence;
}
