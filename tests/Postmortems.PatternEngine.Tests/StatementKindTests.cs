namespace Postmortems.PatternEngine.Tests;

public class StatementKindTests
{
    private static readonly Statement[] Steps =
    [
        new("restart", "Disk was full of logs; restarted the consumer", Kind: StatementKind.Fix),
        new("deletion", "Deleted old log files to make room", Kind: StatementKind.Fix),
        new("other", "Posted a status update", Kind: StatementKind.Fix),
    ];

    [Fact]
    public void A_fix_step_is_read_for_what_was_done()
    {
        var asked = new Statement("new", "Logs had filled the disk again, bounced the stuck workers", Kind: StatementKind.Fix);

        var asFix = Scores(Steps, asked);
        var asCause = Scores(Without(Steps), asked with { Kind = StatementKind.Cause });

        (asFix["restart"] / asFix["deletion"]).ShouldBeGreaterThan(asCause["restart"] / asCause["deletion"]);
    }

    [Fact]
    public void What_was_done_counts_little_in_a_cause()
    {
        Statement[] causes =
        [
            new("cert", "The certificate expired. We rolled back first, in vain.", Kind: StatementKind.Cause),
            new("lock", "A migration locked the orders table. We rolled back.", Kind: StatementKind.Cause),
            new("none", "A pigeon nested in the duct.", Kind: StatementKind.Cause),
        ];

        var found = Scores(causes, new Statement("new", "Nobody had renewed the cert; reverted the release", Kind: StatementKind.Cause));

        found["cert"].ShouldBeGreaterThan(2 * found["lock"]);
    }

    private static Statement[] Without(Statement[] statements) => Array.ConvertAll(statements, s => s with { Kind = StatementKind.Cause });

    private static Dictionary<string, double> Scores(Statement[] statements, Statement asked) =>
        new SimilarityIndex(statements).Find(asked, top: 10).ToDictionary(s => s.Id, s => s.Score);
}
