namespace Postmortems.Domain.Retros;

/// <summary>A meeting over patterns and ageing items that records decisions and opens them first next time.</summary>
public sealed class Retro
{
    public const int LongestGroup = 120;
    public const int LongestNote = 4000;

    /// <summary>How long before the meeting its pack is built by itself, so that people can read it.</summary>
    public static readonly TimeSpan ReadingTime = TimeSpan.FromDays(3);

    private Retro()
    {
    }

    /// <param name="windowFrom">Since when it looks: the last retro of the group, or one meeting's distance back.</param>
    /// <param name="id">Made by the form, so that sending it twice plans one retro.</param>
    public Retro(RetroFacts facts, DateTimeOffset windowFrom, Guid by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        WindowFrom = windowFrom;
        CreatedBy = by;
        CreatedAt = at;
        Plan(facts);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The number in RETRO-3, given by the database.</summary>
    public int Number { get; private set; }

    /// <summary>Who meets: "Label platform".</summary>
    public string Group { get; private set; } = "";

    public Cadence Cadence { get; private set; }

    public DateTimeOffset MeetsAt { get; private set; }

    /// <summary>IANA zone in which the group tells the time of the meeting.</summary>
    public string Zone { get; private set; } = "";

    public Guid FacilitatorId { get; private set; }

    public Guid? ScribeId { get; private set; }

    public DateTimeOffset WindowFrom { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PackBuiltAt { get; private set; }

    /// <summary>The near miss or good catch that is told first.</summary>
    public Guid? GoodCatchId { get; private set; }

    public WheelDraw? Wheel { get; private set; }

    public DataQuality? Quality { get; private set; }

    public RetroRun? Run { get; private set; }

    public RetroClosing? Closing { get; private set; }

    /// <summary>What surprised somebody in the incident of the wheel.</summary>
    public string WheelDetail { get; private set; } = "";

    /// <summary>What the meeting could not answer.</summary>
    public string Unknowns { get; private set; } = "";

    /// <summary>Markdown, written when it closed.</summary>
    public string Minutes { get; private set; } = "";

    public RetroState State => this switch
    {
        { Closing: not null } => RetroState.Closed,
        { Run: not null } => RetroState.Running,
        { PackBuiltAt: not null } => RetroState.PackBuilt,
        _ => RetroState.BeingPrepared,
    };

    public void Plan(RetroFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Group))
        {
            throw new RuleBrokenException("retro/no-group", "Say who meets: a team, a group of services, everybody.");
        }

        if (Run is not null)
        {
            throw new RuleBrokenException("retro/begun", "This retro has begun; its plan no longer changes.");
        }

        Group = facts.Group.Trim();
        Cadence = facts.Cadence;
        MeetsAt = facts.MeetsAt;
        Zone = facts.Zone;
        FacilitatorId = facts.FacilitatorId;
        ScribeId = facts.ScribeId;
    }

    public void Pack(Guid? goodCatch, WheelDraw? wheel, DataQuality quality, DateTimeOffset at)
    {
        (GoodCatchId, Wheel, Quality, PackBuiltAt) = (goodCatch, wheel, quality, at);
    }

    public void Start(DateTimeOffset at)
    {
        if (PackBuiltAt is null)
        {
            throw new RuleBrokenException("retro/no-pack", "Build the pack first; without it there is nothing to talk about.");
        }

        MustNotBeClosed();
        Run ??= RetroRun.Begin(Cadence, at);
    }

    /// <param name="seen">Where whoever pressed the button was. When somebody else went on meanwhile, this changes nothing.</param>
    /// <returns>Whether it moved.</returns>
    public bool Step(bool forward, RetroPlace seen, int patterns, DateTimeOffset at)
    {
        if (MustRun().Place != seen)
        {
            return false;
        }

        Run = Run!.Move(forward, Cadence, patterns, at);
        return Run.Place != seen;
    }

    public bool Extend(RetroPlace seen, DateTimeOffset until, DateTimeOffset at)
    {
        var run = MustRun();

        if (run.Place != seen || run.EndsAt != until)
        {
            return false;
        }

        Run = run with { EndsAt = (run.EndsAt > at ? run.EndsAt : at) + RetroRun.Extension };
        return true;
    }

    public void Note(string wheelDetail, string unknowns)
    {
        if (Math.Max(wheelDetail.Trim().Length, unknowns.Trim().Length) > LongestNote)
        {
            throw new RuleBrokenException("retro/long-note", "Keep each of these notes below 4,000 characters.");
        }

        (WheelDetail, Unknowns) = (wheelDetail.Trim(), unknowns.Trim());
    }

    /// <summary>For a reader who is to see other words than those stored; a retro that is shown so is never saved.</summary>
    internal void SayWith(Func<string, string> words) => (Group, WheelDetail, Unknowns) = (words(Group), words(WheelDetail), words(Unknowns));

    public void Close(Guid by, string minutes, DateTimeOffset at)
    {
        MustRun();
        (Closing, Minutes) = (new RetroClosing(by, at), minutes);
    }

    public void MustNotBeClosed()
    {
        if (Closing is not null)
        {
            throw new RuleBrokenException("retro/closed", "This retro is closed; its minutes stand.");
        }
    }

    private RetroRun MustRun()
    {
        MustNotBeClosed();
        return Run ?? throw new RuleBrokenException("retro/not-begun", "This retro has not begun.");
    }
}

public enum RetroState
{
    BeingPrepared,
    PackBuilt,
    Running,
    Closed,
}

/// <summary>What somebody says when they plan a retro.</summary>
public sealed record RetroFacts(string Group, Cadence Cadence, DateTimeOffset MeetsAt, string Zone, Guid FacilitatorId, Guid? ScribeId);

/// <summary>Who closed a retro, and when.</summary>
public sealed record RetroClosing(Guid By, DateTimeOffset At);

/// <summary>The incident that chance chose, so that attention is not only on the loud ones.</summary>
/// <param name="Place">Its place, from 1, among <paramref name="Of"/> older or low ones in the order of their numbers.</param>
public sealed record WheelDraw(Guid IncidentId, int Place, int Of);

/// <summary>How much of the window can be trusted: what nobody reviewed, tagged or knew.</summary>
public sealed record DataQuality(int Postmortems, int Unreviewed, int Causes, int Untagged, int Incidents, int Unknown);
