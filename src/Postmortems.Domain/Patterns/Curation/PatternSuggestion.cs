using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What the engine would do to the patterns if people agree. It waits in the inbox until somebody answers, and says what speaks against it.</summary>
public sealed class PatternSuggestion
{
    private PatternSuggestion()
    {
    }

    public PatternSuggestion(SuggestionKind kind, Guid patternId, Guid? otherId, DateTimeOffset at)
    {
        Kind = kind;
        PatternId = patternId;
        OtherId = otherId;
        MadeAt = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public SuggestionKind Kind { get; private set; }

    public Guid PatternId { get; private set; }

    /// <summary>For a merge: the pattern that would be merged into the first.</summary>
    public Guid? OtherId { get; private set; }

    /// <summary>What would come in or be split off; the members of a new pattern.</summary>
    public List<Guid> Members { get; private set; } = [];

    /// <summary>When the newest of them happened.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>In how many postmortems or incidents it was told, each by how alike it is there: the inbox begins with the highest.</summary>
    public double Rank { get; private set; }

    public List<string> SharedTerms { get; private set; } = [];

    public Guid FirstQuoteId { get; private set; }

    public Guid SecondQuoteId { get; private set; }

    /// <summary>Sentences that speak against it.</summary>
    public List<string> Against { get; private set; } = [];

    /// <summary>The nearest statement that is not part of it, and by which words it is near.</summary>
    public Guid? RunnerUpId { get; private set; }

    public List<string> RunnerUpTerms { get; private set; } = [];

    public string Engine { get; private set; } = RecomputePatterns.Engine;

    public DateTimeOffset MadeAt { get; private set; }

    public SuggestionAnswer? Answer { get; private set; }

    internal (SuggestionKind, Guid, Guid?) Key => (Kind, PatternId, OtherId);

    internal void Say(Grounds grounds)
    {
        Members = [.. grounds.Members];
        SeenAt = grounds.SeenAt;
        Rank = grounds.Rank;
        SharedTerms = [.. grounds.SharedTerms];
        (FirstQuoteId, SecondQuoteId) = grounds.Quotes;
        Against = [.. grounds.Against];
        (RunnerUpId, RunnerUpTerms) = (grounds.RunnerUp, [.. grounds.RunnerUpTerms]);
        Engine = RecomputePatterns.Engine;
    }

    /// <summary>People have said where some of its statements belong.</summary>
    internal void Settle(IReadOnlyCollection<Guid> statements, bool accepted, Guid by, DateTimeOffset at)
    {
        Members = [.. Members.Except(statements)];

        if (Members.Count == 0)
        {
            Close(accepted, by, "", at);
        }
    }

    internal void Close(bool accepted, Guid by, string reason, DateTimeOffset at) =>
        Answer ??= new SuggestionAnswer(accepted, by, at, Shortened.To(reason.Trim(), Pattern.LongestReason));
}

public enum SuggestionKind
{
    NewPattern,
    Extend,
    Merge,
    Split,
}

public sealed record SuggestionAnswer(bool IsAccepted, Guid By, DateTimeOffset At, string Reason);

internal sealed class PatternSuggestionMapping : IEntityTypeConfiguration<PatternSuggestion>
{
    public void Configure(EntityTypeBuilder<PatternSuggestion> suggestion)
    {
        suggestion.Property(s => s.Engine).HasMaxLength(40);
        suggestion.Ignore(s => s.Key);
        suggestion.ComplexProperty(s => s.Answer, answer => answer.Property(a => a.Reason).HasMaxLength(Pattern.LongestReason));
        suggestion.HasOne<Pattern>().WithMany().HasForeignKey(s => s.PatternId);
        suggestion.HasIndex(s => s.PatternId);

        // The inbox pages by this key.
        suggestion.HasIndex(s => new { s.Rank, s.Id }).IsDescending(true, false).HasFilter("answer_at IS NULL");
    }
}
