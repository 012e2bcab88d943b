namespace Postmortems.Domain.ActionItems;

/// <summary>What an action item is for (after Lunney, Lueder and Beyer, ;login: Spring 2017, with two of our own).</summary>
public enum ActionItemType
{
    Investigate,
    Contain,
    Repair,
    Prevent,
    Detect,
    Limit,
    Automate,
    Learn,
}

/// <summary>How soon: before the next change on that path, within 30 days, within 90 days, when there is an occasion.</summary>
public enum Priority
{
    P0,
    P1,
    P2,
    P3,
}

public enum ActionItemState
{
    Open,
    InProgress,
    Done,
    Verified,
    Declined,
}
