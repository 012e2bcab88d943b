namespace Postmortems.PatternEngine.Recurrence;

/// <summary>Counts by two properties, each cell beside what it would hold if the two knew nothing of each other. Every cell that can be told is tested, and all of them together.</summary>
public sealed class CrossTable
{
    /// <summary>At most this share of the cells that are said to stand out may do so by chance.</summary>
    public const double FalseShare = 0.10;

    /// <summary>Below this sum nothing is said of any cell.</summary>
    public const int FewestInAll = 20;

    /// <summary>Fewer than this in a cell are never called more than expected.</summary>
    public const int FewestInCell = 3;

    private readonly int[,] counts;
    private readonly int[] rows;
    private readonly int[] columns;
    private readonly CrossCell[,] cells;

    /// <param name="counts">Rows by columns.</param>
    public CrossTable(int[,] counts)
    {
        this.counts = (int[,])counts.Clone();
        cells = new CrossCell[counts.GetLength(0), counts.GetLength(1)];
        rows = [.. Enumerable.Range(0, counts.GetLength(0)).Select(row => Enumerable.Range(0, counts.GetLength(1)).Sum(column => counts[row, column]))];
        columns = [.. Enumerable.Range(0, counts.GetLength(1)).Select(column => Enumerable.Range(0, counts.GetLength(0)).Sum(row => counts[row, column]))];
        All = rows.Sum();
        var shares = FalseShares();

        foreach (var (row, column) in Places())
        {
            var together = At(row, column);
            cells[row, column] = new CrossCell(together, shares.GetValueOrDefault((row, column), 1), Judge(together, shares.TryGetValue((row, column), out var share) ? share : null));
        }
    }

    public int All { get; }

    /// <summary>How many cells were tested.</summary>
    public int Tested { get; private set; }

    public CrossCell this[int row, int column] => cells[row, column];

    public int SumOfRow(int row) => rows[row];

    public int SumOfColumn(int column) => columns[column];

    private Dictionary<(int Row, int Column), double> FalseShares()
    {
        List<(int Row, int Column)> tested = [.. Places().Where(place => CanBeTold(At(place.Row, place.Column)))];
        Tested = tested.Count;
        return tested.Zip(FalseDiscovery.Adjusted([.. tested.Select(place => At(place.Row, place.Column).ChanceOfEither)])).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static CrossVerdict Judge(Together cell, double? falseShare) => falseShare switch
    {
        null => CrossVerdict.TooFew,
        > FalseShare => CrossVerdict.AsExpected,
        _ when cell.AdjustedResidual < 0 => CrossVerdict.Fewer,
        _ => cell.Both >= FewestInCell ? CrossVerdict.More : CrossVerdict.TooFew,
    };

    /// <summary>Decided by the sums alone and never by what the cell holds: choosing what to test by its outcome would make chance look rare.</summary>
    private bool CanBeTold(Together cell) => All >= FewestInAll && Math.Min(cell.First, cell.Second) >= FewestInCell && Math.Max(cell.First, cell.Second) < All;

    private Together At(int row, int column) => new(counts[row, column], rows[row], columns[column], All);

    private IEnumerable<(int Row, int Column)> Places() =>
        from row in Enumerable.Range(0, counts.GetLength(0))
        from column in Enumerable.Range(0, counts.GetLength(1))
        select (row, column);
}

/// <param name="FalseShare">The share of false ones among the cells that would be called at this one's chance.</param>
public sealed record CrossCell(Together Together, double FalseShare, CrossVerdict Verdict);

public enum CrossVerdict
{
    /// <summary>So few in its row, its column or the whole table that nothing can be said.</summary>
    TooFew,

    AsExpected,

    More,

    Fewer,
}
