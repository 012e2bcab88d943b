namespace Postmortems.Domain.ImportExport;

/// <summary>A file as it came.</summary>
/// <param name="Name">May hold folders.</param>
/// <param name="Problem">Why it was not taken out of its zip file, in a sentence.</param>
public sealed record DroppedFile(string Name, byte[] Bytes, string? Problem = null)
{
    /// <summary>How many bytes of a file are worth reading: one more than allowed tells that it is too large.</summary>
    /// <param name="begins">Its first bytes.</param>
    public static int Most(ReadOnlySpan<byte> begins) => (IsZip(begins) ? ImportLimits.LargestZip : ImportLimits.LargestFile) + 1;

    internal static bool IsZip(ReadOnlySpan<byte> begins) => begins.StartsWith("PK\u0003\u0004"u8) || begins.StartsWith("PK\u0005\u0006"u8);
}
