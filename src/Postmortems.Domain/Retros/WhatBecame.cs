using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;

namespace Postmortems.Domain.Retros;

/// <summary>What became of a decision, read from what it set in motion.</summary>
internal static class WhatBecame
{
    /// <param name="since">How often its pattern was seen since.</param>
    public static DecisionState Of(RetroDecision decision, Pattern? pattern, ItemOnCard? item, int since, DateTimeOffset now) => decision.Kind switch
    {
        DecisionKind.Decline => DecisionState.Done,
        _ when item is not null => Of(item),
        DecisionKind.Automate => pattern?.Automation switch
        {
            { ShippedAt: not null } => DecisionState.Done,
            { } => DecisionState.Open,
            null => DecisionState.Dropped,
        },
        DecisionKind.Watch => since >= decision.More ? DecisionState.LookAgain : DecisionState.InForce,
        DecisionKind.Accept => decision.Until < DateOnly.FromDateTime(now.UtcDateTime) ? DecisionState.LookAgain : DecisionState.InForce,
        DecisionKind.Curate => pattern is { Dismissal: null, MergedIntoId: null, IsNamedByPeople: false } ? DecisionState.Open : DecisionState.Done,
        DecisionKind.Keep => DecisionState.InForce,
        _ => DecisionState.Open,
    };

    private static DecisionState Of(ItemOnCard item) => item.State switch
    {
        ActionItemState.Done or ActionItemState.Verified => DecisionState.Done,
        ActionItemState.Declined => DecisionState.Dropped,
        _ => DecisionState.Open,
    };
}
