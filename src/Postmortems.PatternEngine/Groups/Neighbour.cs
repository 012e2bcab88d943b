using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Groups;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Neighbour(int Cluster, double Similarity)
{
    public static readonly Neighbour None = new(-1, 0);

    /// <summary>Similarities are compared after rounding to six places; what differs by more than this never counts as equal.</summary>
    public const double Equal = 2e-6;

    public bool Exists => Similarity > 0;

    /// <summary>
    /// Equal similarities are ordered by a hash of the pair: both sides agree, and a crowd of equals pairs up all at
    /// once instead of queueing at the first.
    /// </summary>
    public bool IsNearerThan(Neighbour other, int from)
    {
        var difference = Math.Round(Similarity, 6) - Math.Round(other.Similarity, 6);

        return difference > 0
            || (difference == 0 && Cluster != other.Cluster && Pair(from, Cluster) < Pair(from, other.Cluster));
    }

    private static ulong Pair(int one, int other)
    {
        var mixed = (((ulong)Math.Min(one, other) << 32) | (uint)Math.Max(one, other)) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;

        return mixed ^ (mixed >> 31);
    }
}
