using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;

namespace Postmortems.Domain.Patterns;

/// <summary>
/// Something that keeps recurring over many postmortems. Its id and number never change. While it is proposed the engine gives and takes
/// its members; once people have confirmed it, only people do.
/// </summary>
public sealed partial class Pattern
{
    public const int LongestName = 300;
    public const int LongestDefinition = 2000;
    public const int LongestReason = 500;

    private Pattern()
    {
    }

    public Pattern(DateTimeOffset at) => CreatedAt = at;

    /// <summary>In how many postmortems a cause must stand, or in how many incidents a fix by hand, before the engine proposes it.</summary>
    public static int FewestOf(bool fixes) => fixes ? 3 : 2;

    /// <summary>A fix that people repeat by hand.</summary>
    public static Pattern OfFixes(DateTimeOffset at) => new(at) { IsOfFixes = true, Kind = PatternKind.Response };

    /// <param name="id">Made by the form that splits it off, so that sending it twice makes one pattern.</param>
    public Pattern SplitOff(Guid id, DateTimeOffset at) => new(at) { Id = id, SplitFromId = Id, IsOfFixes = IsOfFixes };

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The number in PAT-12, given by the database.</summary>
    public int Number { get; private set; }

    /// <summary>What its members speak of, until somebody gives it a sentence.</summary>
    public string Name { get; private set; } = "";

    public bool IsNamedByPeople { get; private set; }

    /// <summary>Counts what people wrote about it, so that no two of them overwrite each other.</summary>
    public uint Version { get; private set; }

    /// <summary>Null while nobody has said what its members have in common.</summary>
    public PatternKind? Kind { get; private set; }

    /// <summary>Its members are fix steps by hand, not causes.</summary>
    public bool IsOfFixes { get; private set; }

    /// <summary>What belongs here and what does not, in people's words.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>The words that its members share, most telling first.</summary>
    public List<string> SharedTerms { get; private set; } = [];

    /// <summary>What most of its members speak of in whatever words, as sentences, most telling first.</summary>
    public List<string> SharedConcepts { get; private set; } = [];

    public string OwnerTeam { get; private set; } = "";

    public Automation? Automation { get; private set; }

    /// <summary>Null while it has not come back, or since somebody has planned anew.</summary>
    public Reopening? Reopening { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>In how many postmortems it stands; where it is of fixes, in how many incidents.</summary>
    public int PostmortemCount { get; private set; }

    /// <summary>What the lists are ranked by: its cost times how sure that is. Nothing while it was never weighed.</summary>
    public double Weight { get; private set; }

    /// <summary>The figures behind the weight, as they were when it was last weighed.</summary>
    public Weighed? Weighed { get; private set; }

    /// <summary>Since when it stands in no list: dismissed, merged into another, or without members. It keeps its number.</summary>
    public DateTimeOffset? FadedAt { get; private set; }

    public Confirmation? Confirmation { get; private set; }

    public Dismissal? Dismissal { get; private set; }

    /// <summary>Somebody lives with it until a day; still there to be read when that has ended.</summary>
    public Acceptance? Acceptance { get; private set; }

    /// <summary>Asked again by itself after somebody had dismissed or accepted it.</summary>
    public DateTimeOffset? ResurfacedAt { get; private set; }

    public Outgrown? ResurfacedBy { get; private set; }

    /// <summary>Kept even with one member or none.</summary>
    public DateTimeOffset? PinnedAt { get; private set; }

    /// <summary>The pattern that its members went to; its number leads there for ever.</summary>
    public Guid? MergedIntoId { get; private set; }

    public Guid? SplitFromId { get; private set; }

    public PatternState State => this switch
    {
        { MergedIntoId: not null } => PatternState.Merged,
        { Dismissal: not null } => PatternState.Dismissed,
        { Acceptance.EndedAt: null } => PatternState.AcceptedRisk,
        { Confirmation: not null } => PatternState.Confirmed,
        _ => PatternState.Proposed,
    };

    public void Describe(string name, string ownerTeam, PatternKind? kind = null, string definition = "")
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RuleBrokenException("pattern/no-name", "Name the pattern in a sentence that says what keeps happening.");
        }

        IsNamedByPeople = IsNamedByPeople || name.Trim() != Name;
        Name = name.Trim();
        OwnerTeam = ownerTeam.Trim();
        Kind = kind;
        Definition = definition.Trim();
        Version++;
    }

    /// <summary>What the engine says of it. The name of a confirmed pattern is people's.</summary>
    public void Share(string name, IEnumerable<string> terms, IEnumerable<string> concepts)
    {
        SharedTerms = [.. terms];
        SharedConcepts = [.. concepts];

        if (!IsNamedByPeople && Confirmation is null)
        {
            Name = Shortened.To(name, LongestName);
        }
    }

    public void Count(int postmortems, DateTimeOffset now)
    {
        PostmortemCount = postmortems;
        Reconsider(postmortems, now);
        FadedAt = Stands ? null : FadedAt ?? now;
    }

    /// <param name="waiting">Postmortems of which a suggestion says that they belong here too; nobody has answered it yet.</param>
    public void Weigh(Weighed weighed, int waiting, DateTimeOffset now)
    {
        Weighed = weighed;
        Weight = weighed.Weight;
        Reconsider(PostmortemCount + waiting, now);
        FadedAt = Stands ? null : FadedAt ?? now;
    }

    public void Pin(DateTimeOffset at) => PinnedAt ??= at;

    public void Unpin() => PinnedAt = null;

    public void MergeInto(Guid survivor, DateTimeOffset at)
    {
        MustStand();
        MergedIntoId = survivor;
        FadedAt ??= at;
    }

    public void UndoMerge() => MergedIntoId = null;

    public void Automate(Automation automation, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(automation.Plan))
        {
            throw new RuleBrokenException("automation/no-plan", "Say what the automation does and how it is stopped.");
        }

        if (automation.ShippedAt > now)
        {
            throw new RuleBrokenException("automation/ships-later", "It cannot have shipped in the future. Leave the date open until it has.");
        }

        Automation = automation.Trimmed();
        Reopening = automation.ShippedAt is null || Reopening is { } reopened && automation.ShippedAt >= reopened.SeenAt ? null : Reopening;
        Version++;
    }

    /// <summary>It was seen after its automation had shipped.</summary>
    /// <returns>Whether that is news.</returns>
    public bool ComeBack(DateTimeOffset seenAt, DateTimeOffset now)
    {
        if (Automation?.ShippedAt is not { } shipped || seenAt <= shipped || seenAt <= Reopening?.SeenAt)
        {
            return false;
        }

        Reopening = new Reopening(now, seenAt);
        return true;
    }

    public void StopAutomating()
    {
        (Automation, Reopening) = (null, null);
        Version++;
    }
}
