using System.Text.Json;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.History;

/// <summary>
/// Who wrote which stretch of a text, brought forward change by change. What stays keeps its author; what is put in belongs to
/// whoever put it in. Changes with no long pause between them are one sitting.
/// </summary>
public sealed class Authorship
{
    /// <summary>A longer one begins a new sitting.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly List<WrittenAt> writings = [];
    private List<Part> parts = [];
    private List<Part> spare = [];

    public int Version { get; private set; }

    /// <summary>The first version of the sitting of the newest change.</summary>
    public int Sitting { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    /// <summary>In the order of the text, covering all of it; neighbours differ.</summary>
    public IEnumerable<AuthoredStretch> Stretches => parts.Select(part => new AuthoredStretch(part.Length, writings[part.Writing]));

    /// <param name="version">The one that the change made.</param>
    public void Take(int version, Guid by, DateTimeOffset at, ChangeSet changes)
    {
        if (Version == 0 || at - LastAt > LongestPause)
        {
            Sitting = version;
        }

        Version = version;
        LastAt = at;
        Walk(changes, WritingOf(by, at));
    }

    private int WritingOf(Guid by, DateTimeOffset at)
    {
        for (var i = writings.Count - 1; i >= 0; i--)
        {
            if (writings[i].Sitting == Sitting && writings[i].By == by)
            {
                writings[i] = writings[i] with { Ended = at };
                return i;
            }
        }

        writings.Add(new WrittenAt(by, Sitting, at, at));
        return writings.Count - 1;
    }

    private void Walk(ChangeSet changes, int writing)
    {
        spare.Clear();
        var (index, passed) = (0, 0);

        foreach (var (length, insert) in changes.Stretches)
        {
            for (var left = length; left > 0;)
            {
                var piece = Math.Min(left, parts[index].Length - passed);

                if (insert is null)
                {
                    Append(piece, parts[index].Writing);
                }

                left -= piece;
                passed += piece;

                if (passed == parts[index].Length)
                {
                    index++;
                    passed = 0;
                }
            }

            Append(insert?.Length ?? 0, writing);
        }

        (parts, spare) = (spare, parts);
    }

    private void Append(int length, int writing)
    {
        if (length == 0)
        {
            return;
        }

        if (spare is [.., var last] && last.Writing == writing)
        {
            spare[^1] = last with { Length = last.Length + length };
        }
        else
        {
            spare.Add(new Part(length, writing));
        }
    }

    public string ToJson()
    {
        // Of what nobody reads any more only the newest sitting matters, because it may go on.
        var used = parts.Select(part => part.Writing).ToHashSet();
        var kept = writings.Index().Where(writing => used.Contains(writing.Index) || writing.Item.Sitting == Sitting).ToList();
        var places = kept.Index().ToDictionary(place => place.Item.Index, place => place.Index);
        return JsonSerializer.Serialize(new Told(Version, Sitting, LastAt, [.. kept.Select(writing => writing.Item)], [.. parts.SelectMany(part => new[] { part.Length, places[part.Writing] })]));
    }

    public static Authorship Parse(string json)
    {
        var told = JsonSerializer.Deserialize<Told>(json)!;
        var authorship = new Authorship { Version = told.Version, Sitting = told.Sitting, LastAt = told.LastAt };
        authorship.writings.AddRange(told.Writings);
        authorship.parts.AddRange(told.Parts.Chunk(2).Select(pair => new Part(pair[0], pair[1])));
        return authorship;
    }

    private sealed record Part(int Length, int Writing);

    private sealed record Told(int Version, int Sitting, DateTimeOffset LastAt, WrittenAt[] Writings, int[] Parts);
}

/// <param name="Length">In UTF-16 units.</param>
public sealed record AuthoredStretch(int Length, WrittenAt Writing);

/// <summary>What one person wrote in one sitting.</summary>
/// <param name="Sitting">Its first version.</param>
public sealed record WrittenAt(Guid By, int Sitting, DateTimeOffset Began, DateTimeOffset Ended);
