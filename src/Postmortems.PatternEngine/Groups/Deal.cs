namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// The splitmix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014):
/// the same deal on every machine and every version of .NET.
/// </summary>
internal sealed class Deal(int seed)
{
    private ulong state = (ulong)seed << 32;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Fisher and Yates.</summary>
    public void Shuffle<T>(T[] pool)
    {
        for (var last = pool.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (pool[last], pool[other]) = (pool[other], pool[last]);
        }
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;

        return mixed ^ (mixed >> 31);
    }
}
