using Postmortems.Domain.Ops.Demo.Stories;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>The year of the ticket seller, oldest first.</summary>
internal static class DemoYear
{
    public static IReadOnlyList<Story> Stories { get; } =
    [
        SlowPayments.Story,
        ScannersRefused.Story,
        UnsignedPasses.Story,
        NightlySettlement.Story,
        BorrowedKey.Story,
        TurnstileNearMiss.Story,
        UnannouncedPresale.Story,
        LateMail.Story,
        SlowGateLists.Story,
        DoubledReceipts.Story,
    ];
}
