using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing.Live;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>What only files of this product state: kinds, fixes, evidence, sureness. Other documents state none of it.</summary>
/// <param name="services">Ids by name in small letters.</param>
internal sealed class StatedFields(ReadDocument read, WrittenMoments moments, IReadOnlyDictionary<string, Guid> services)
{
    public void Tell(ImportedDocument made)
    {
        // Without words an entry is left out, and numbers would point to its neighbours.
        if (read.Timeline.Count == made.Entries.Count && read.Causes.Count == made.Causes.Count && read.ActionItems.Count == made.ActionItems.Count)
        {
            Each(read.Timeline, made.Entries, TellEntry);
            Each(read.Causes, made.Causes, (told, cause) => TellCause(told, cause, made.Entries));
            Each(read.ActionItems, made.ActionItems, (told, item) => TellItem(told, item, made.Causes));
        }

        made.Incident.Hurt(read.Windows.Select(WindowOf).OfType<ImpactWindow>());
    }

    private static void Each<TTold, TMade>(IReadOnlyList<TTold> told, IReadOnlyList<TMade> made, Action<TTold, TMade> tell)
    {
        foreach (var (first, second) in told.Zip(made))
        {
            tell(first, second);
        }
    }

    private static void TellEntry(ReadEntry told, TimelineEntry entry)
    {
        if (Find<EntryKind>(told.Kind) is { } kind)
        {
            entry.Tell(entry.When, entry.Zone, kind, entry.Text, Find<Basis>(told.Basis) ?? entry.Basis, Shortened.To(told.Evidence ?? "", TimelineEntry.LongestEvidence));
        }

        if (told.Fix is { } fix && FixKind.Exists(fix.Kind))
        {
            entry.Fixes(new FixStep(fix.Kind, Find<FixActor>(fix.Actor) ?? FixActor.Person, fix.Minutes, Find<FixEffect>(fix.Effect) ?? FixEffect.Unknown));
        }
    }

    private void TellCause(ReadCause told, Cause cause, IReadOnlyList<TimelineEntry> entries)
    {
        if (Find<CauseRole>(told.Role) is { } role)
        {
            cause.State(cause.Statement, role, Find<Confidence>(told.Confidence) ?? cause.Confidence, told.Detail is { } detail ? Shortened.To(detail, Cause.LongestDetail) : cause.Detail);
        }

        cause.Classify(Taxonomy.Find(told.Leaf ?? "") is null ? null : told.Leaf, told.Service is { } name && services.TryGetValue(name.Trim().ToLowerInvariant(), out var service) ? service : null);
        cause.ShownBy(Numbered(told.ShownBy, entries).Select(entry => entry.Id));
    }

    private static void TellItem(Formats.ReadActionItem told, ActionItem item, IReadOnlyList<Cause> causes)
    {
        item.Promise(item.Title, item.Type, item.Priority, Shortened.To(told.DoneWhen ?? "", ActionItem.LongestDoneWhen), item.Link);
        item.Serves(Numbered(told.Addresses, causes).Select(cause => cause.Id));
    }

    private ImpactWindow? WindowOf(ReadWindow told)
    {
        var (began, ended) = (moments.InstantOrDay(told.From), moments.InstantOrDay(told.To));

        return began is null || ended?.At < began.At ? null : new ImpactWindow(began, ended, Shortened.To(told.Text, ImpactWindow.LongestText));
    }

    private static IEnumerable<T> Numbered<T>(IReadOnlyList<int> numbers, IReadOnlyList<T> all) =>
        numbers.Where(number => number >= 1 && number <= all.Count).Select(number => all[number - 1]);

    private static T? Find<T>(string? word)
        where T : struct, Enum =>
        word is null ? null : LiveOptions.Find<T>(word);
}
