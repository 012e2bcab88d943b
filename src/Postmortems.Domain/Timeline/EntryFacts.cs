using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>What people say about one entry.</summary>
/// <param name="When">Null when nobody knows the instant.</param>
/// <param name="Zone">IANA zone in which the time was told.</param>
public sealed record EntryFacts(TimePoint? When, string Zone, EntryKind Kind, string Text, Basis Basis, string Evidence, FixStep? Fix)
{
    internal void Tell(TimelineEntry entry)
    {
        entry.Tell(When, Zone, Kind, Text, Basis, Evidence);

        if (Kind is EntryKind.Fix && Fix is not null)
        {
            entry.Fixes(Fix);
        }
    }
}
