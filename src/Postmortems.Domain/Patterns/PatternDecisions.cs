using Postmortems.Domain.Patterns.Curation;

namespace Postmortems.Domain.Patterns;

/// <content>What people decide about it, and when it asks again.</content>
public sealed partial class Pattern
{
    public void Confirm(Guid by, DateTimeOffset at)
    {
        MustStand();
        (Confirmation, Dismissal, FadedAt) = (Confirmation ?? new Confirmation(by, at), null, null);
    }

    public void Dismiss(Guid by, string reason, Resurfacing resurfaces, DateTimeOffset at)
    {
        MustStand();

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBrokenException("pattern/no-reason", "Say in a few words why this is no pattern for you; whoever meets it next reads them.");
        }

        Dismissal ??= new Dismissal(by, at, Shortened.To(reason.Trim(), LongestReason), resurfaces, PostmortemCount) { Cost = Weighed?.Cost ?? 0 };
        Confirmation = null;
        StopAccepting(at);
        FadedAt ??= at;
    }

    /// <summary>Somebody takes a dismissal back; the pattern is proposed again.</summary>
    public void Recall()
    {
        Dismissal = null;
        FadedAt = MergedIntoId is null ? null : FadedAt;
    }

    /// <summary>Somebody has decided to live with it for a while. That says that it is one, so it is confirmed.</summary>
    /// <param name="until">The last day of it; then it asks again.</param>
    public void Accept(Guid by, string reason, DateOnly until, DateTimeOffset at)
    {
        MustStand();

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBrokenException("pattern/no-reason", "Say why you live with it for now; whoever meets it when the day has come reads your words.");
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);

        if (until <= today || until > today.AddYears(Acceptance.MostYears))
        {
            throw new RuleBrokenException("pattern/accepted-until", $"Choose a day after today and within {Acceptance.MostYears} years: a risk that is accepted for ever is forgotten.");
        }

        Acceptance = new Acceptance(by, at, Shortened.To(reason.Trim(), LongestReason), until, PostmortemCount, Weighed?.Cost ?? 0, EndedAt: null);
        (ResurfacedAt, ResurfacedBy) = (null, null);
    }

    /// <summary>Somebody no longer lives with it.</summary>
    public void StopAccepting(DateTimeOffset at) => Acceptance = Acceptance is { EndedAt: null } accepted ? accepted with { EndedAt = at } : Acceptance;

    /// <summary>Its members are causes or fix steps.</summary>
    internal string Counted(int members) => (members, IsOfFixes) switch
    {
        (1, true) => "1 fix step",
        (_, true) => $"{members} fix steps",
        (1, _) => "1 cause",
        _ => $"{members} causes",
    };

    private bool Stands => Dismissal is null && MergedIntoId is null && (PostmortemCount >= (Confirmation is null ? FewestOf(IsOfFixes) : 1) || PinnedAt is not null);

    /// <summary>What people said no to, or live with, asks again when it has grown, has become dearer, or the day has come.</summary>
    private void Reconsider(int postmortems, DateTimeOffset now)
    {
        if (Dismissal?.OutgrownBy(postmortems, Weighed?.Cost ?? 0) is { } grown)
        {
            (Dismissal, ResurfacedAt, ResurfacedBy) = (null, now, grown);
        }

        if (Acceptance is { EndedAt: null } accepted && accepted.OutgrownBy(postmortems, Weighed?.Cost ?? 0, now) is { } why)
        {
            (Acceptance, ResurfacedAt, ResurfacedBy) = (accepted with { EndedAt = now }, now, why);
        }
    }

    private void MustStand()
    {
        if (MergedIntoId is not null)
        {
            throw new RuleBrokenException("pattern/merged", $"PAT-{Number} was merged into another pattern meanwhile. Its number leads there.");
        }
    }
}
