namespace Postmortems.Domain.Patterns;

/// <summary>A cause that keeps recurring over many postmortems. Its id and number never change while its members come and go.</summary>
public sealed class Pattern
{
    public const int LongestName = 300;

    private Pattern()
    {
    }

    public Pattern(DateTimeOffset at) => CreatedAt = at;

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

    /// <summary>In how many postmortems it stands; counted when causes are grouped.</summary>
    public int PostmortemCount { get; private set; }

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

    public void Share(string name, IEnumerable<string> terms, int postmortems)
    {
        SharedTerms = [.. terms];
        PostmortemCount = postmortems;
        FadedAt = null;

        if (!IsNamedByPeople)
        {
            Name = name.Length <= LongestName ? name : name[..LongestName];
        }
    }

    public void Fade(DateTimeOffset at) => FadedAt ??= at;

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

        Automation = automation with { Plan = automation.Plan.Trim(), Link = automation.Link.Trim() };
    }

    public void StopAutomating() => Automation = null;
}

/// <summary>What removes a pattern: a plan, a link to the runbook or script, its owner, and when it shipped (null while it is planned).</summary>
public sealed record Automation(string Plan, string Link, Guid? OwnerId, DateTimeOffset? ShippedAt);
