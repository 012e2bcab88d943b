using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;

namespace Postmortems.Domain.Patterns;

/// <summary>A cause that keeps recurring over many postmortems. Its id and number never change while its members come and go.</summary>
public sealed class Pattern
{
    public const int LongestName = 300;

    private Pattern()
    {
    }

    public Pattern(string name, IEnumerable<string> sharedTerms, DateTimeOffset at)
    {
        Name = name;
        SharedTerms = [.. sharedTerms];
        CreatedAt = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The number in PAT-12, given by the database.</summary>
    public int Number { get; private set; }

    /// <summary>Its shared terms, until somebody gives it a sentence.</summary>
    public string Name { get; private set; } = "";

    public bool IsNamedByPeople { get; private set; }

    /// <summary>The words that its members share, most telling first.</summary>
    public List<string> SharedTerms { get; private set; } = [];

    public string OwnerTeam { get; private set; } = "";

    public Automation? Automation { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Set when nothing groups here any more. The pattern keeps its number and comes back when causes do.</summary>
    public DateTimeOffset? FadedAt { get; private set; }

    public void Describe(string name, string ownerTeam)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RuleBrokenException("pattern/no-name", "Name the pattern in a sentence that says what keeps happening.");
        }

        IsNamedByPeople = IsNamedByPeople || name.Trim() != Name;
        Name = name.Trim();
        OwnerTeam = ownerTeam.Trim();
    }

    public void Share(string name, IEnumerable<string> terms)
    {
        SharedTerms = [.. terms];
        FadedAt = null;

        if (!IsNamedByPeople)
        {
            Name = name;
        }
    }

    public void Fade(DateTimeOffset at) => FadedAt ??= at;

    public void Automate(Automation automation) => Automation = automation;

    public void StopAutomating() => Automation = null;
}

/// <summary>What removes a pattern: a plan, a link to the runbook or script, its owner, and when it shipped (null while it is planned).</summary>
public sealed record Automation(string Plan, string Link, Guid? OwnerId, DateTimeOffset? ShippedAt);

/// <summary>That a cause belongs to a pattern, how strongly (0 to 1), and by which shared words.</summary>
public sealed class PatternMember
{
    private PatternMember()
    {
    }

    public PatternMember(Guid patternId, Guid causeId, double strength, IEnumerable<string> sharedTerms)
    {
        PatternId = patternId;
        CauseId = causeId;
        Strength = strength;
        SharedTerms = [.. sharedTerms];
    }

    public Guid PatternId { get; private set; }

    public Guid CauseId { get; private set; }

    public double Strength { get; private set; }

    public List<string> SharedTerms { get; private set; } = [];

    public void Measure(double strength, IEnumerable<string> sharedTerms)
    {
        Strength = strength;
        SharedTerms = [.. sharedTerms];
    }
}

internal sealed class PatternMapping : IEntityTypeConfiguration<Pattern>, IEntityTypeConfiguration<PatternMember>
{
    public void Configure(EntityTypeBuilder<Pattern> pattern)
    {
        pattern.Property(p => p.Number).UseIdentityByDefaultColumn();
        pattern.Property(p => p.Name).HasMaxLength(Pattern.LongestName);
        pattern.Property(p => p.OwnerTeam).HasMaxLength(80);
        pattern.ComplexProperty(p => p.Automation);
        pattern.Property<uint>("Version").IsRowVersion();
        pattern.HasIndex(p => p.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PatternMember> member)
    {
        member.HasKey(m => new { m.PatternId, m.CauseId });
        member.HasOne<Pattern>().WithMany().HasForeignKey(m => m.PatternId);
        member.HasOne<Cause>().WithMany().HasForeignKey(m => m.CauseId);

        // A cause stands in one pattern at most.
        member.HasIndex(m => m.CauseId).IsUnique();
    }
}
