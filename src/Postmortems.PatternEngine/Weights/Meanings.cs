using Postmortems.PatternEngine.Groups;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Weights;

/// <summary>
/// Numbers from outside that say what statements mean, as one more part of the score. Of each statement only those
/// others are kept that it stands nearest to (Jarvis and Patrick, "Clustering using a similarity measure based on shared
/// near neighbors", IEEE Trans. Computers C-22, 1973): whose scale and model they are does not matter then, and they are
/// searched, and dealt out at random for the line of chance, as words are.
/// </summary>
internal sealed class Meanings
{
    // What the part weighs in the score of two statements that have both; the words, which people can check, weigh more.
    private const double Share = 0.4;

    private const int Nearest = 12;
    private const int MostLandmarks = 2_000;
    private const int Pairs = 4_000;

    private readonly float[] middle;
    private readonly float[][] landmarks;
    private readonly int firstTerm;
    private readonly double line;

    private Meanings(float[] middle, float[][] landmarks, Terms terms)
    {
        this.middle = middle;
        this.landmarks = landmarks;
        firstTerm = terms.Count;
        line = Line(landmarks);

        for (var at = 0; at < landmarks.Length; at++)
        {
            terms.Learn($"~{at}");
        }
    }

    /// <returns>Null where fewer than two statements have a meaning from outside.</returns>
    public static Meanings? Of(IReadOnlyList<Statement> statements, Terms terms)
    {
        var length = statements.Where(s => s.Meaning.Length > 0).CountBy(s => s.Meaning.Length).OrderByDescending(l => l.Value).ThenBy(l => l.Key).FirstOrDefault().Key;
        var known = statements.Where(s => length > 0 && s.Meaning.Length == length).Select(s => s.Meaning).ToArray();

        if (known.Length < 2)
        {
            return null;
        }

        var center = Middle(known, length);
        var step = (known.Length + MostLandmarks - 1) / MostLandmarks;

        return new Meanings(center, [.. known.Where((_, at) => at % step == 0).Select(meaning => Unit(meaning.Span, center))], terms);
    }

    public bool Holds(int term) => term >= firstTerm && term < firstTerm + landmarks.Length;

    /// <param name="words">A unit vector, or an empty one.</param>
    public Vector Add(ReadOnlyMemory<float> meaning, Vector words)
    {
        if (meaning.Length != middle.Length)
        {
            return words;
        }

        var near = Near(Unit(meaning.Span, middle));

        return near.Terms.Length == 0 ? words : Vector.Sum(words, (float)Math.Sqrt(1 - Share), near, (float)Math.Sqrt(Share));
    }

    private Vector Near(float[] unit)
    {
        var nearest = new PriorityQueue<int, double>(Nearest + 1);

        for (var at = 0; at < landmarks.Length; at++)
        {
            // Rounded, because machines add up in different orders.
            var beyond = Math.Round(Dot(unit, landmarks[at]) - line, 4);

            if (beyond > 0)
            {
                nearest.Enqueue(at, beyond);

                if (nearest.Count > Nearest)
                {
                    nearest.Dequeue();
                }
            }
        }

        var found = nearest.UnorderedItems.OrderBy(item => item.Element).ToArray();
        var length = Math.Sqrt(found.Sum(item => item.Priority * item.Priority));

        return new Vector(Array.ConvertAll(found, item => firstTerm + item.Element), Array.ConvertAll(found, item => (float)(item.Priority / length)));
    }

    /// <summary>
    /// Two standard deviations above the middle random pair, as the pairs below it scatter: those above may be related.
    /// </summary>
    private static double Line(float[][] landmarks)
    {
        var deal = new Deal(seed: 3);
        var pairs = new double[Pairs];

        for (var at = 0; at < pairs.Length; at++)
        {
            var one = deal.Below(landmarks.Length);
            pairs[at] = Math.Round(Dot(landmarks[one], landmarks[(one + 1 + deal.Below(landmarks.Length - 1)) % landmarks.Length]), 4);
        }

        Array.Sort(pairs);

        var usual = pairs[pairs.Length / 2];

        return Math.Max(0, usual + (2 * (usual - pairs[pairs.Length * 16 / 100])));
    }

    /// <summary>Models put all texts into one corner; seen from the middle of that corner they differ.</summary>
    private static float[] Middle(ReadOnlyMemory<float>[] known, int length)
    {
        var sum = new float[length];

        foreach (var meaning in known)
        {
            var scale = (float)(1 / Math.Max(Length(meaning.Span), double.Epsilon) / known.Length);

            for (var i = 0; i < length; i++)
            {
                sum[i] += meaning.Span[i] * scale;
            }
        }

        return sum;
    }

    private static float[] Unit(ReadOnlySpan<float> meaning, float[] middle)
    {
        var scale = (float)(1 / Math.Max(Length(meaning), double.Epsilon));
        var unit = new float[meaning.Length];

        for (var i = 0; i < unit.Length; i++)
        {
            unit[i] = (meaning[i] * scale) - middle[i];
        }

        var length = (float)Length(unit);

        return length > 0 ? Array.ConvertAll(unit, number => number / length) : unit;
    }

    private static double Length(ReadOnlySpan<float> numbers)
    {
        var squares = 0.0;

        foreach (var number in numbers)
        {
            squares += (double)number * number;
        }

        return Math.Sqrt(squares);
    }

    private static double Dot(float[] one, float[] other)
    {
        var sum = System.Numerics.Vector<float>.Zero;
        var at = 0;

        for (; at <= one.Length - System.Numerics.Vector<float>.Count; at += System.Numerics.Vector<float>.Count)
        {
            sum += new System.Numerics.Vector<float>(one, at) * new System.Numerics.Vector<float>(other, at);
        }

        var total = System.Numerics.Vector.Sum(sum);

        for (; at < one.Length; at++)
        {
            total += one[at] * other[at];
        }

        return total;
    }
}
