namespace Postmortems.PatternEngine.Tests;

public class SimilarityIndexTests
{
    private static readonly Statement Certificate = new("c", "The certificate of the proxy expired, renewal is by hand.");
    private static readonly Statement Disk = new("d", "Logs filled the disk because nothing rotates them.");
    private static readonly Statement Lock = new("l", "A migration locked the orders table.");

    private readonly SimilarityIndex index = new([Certificate, Disk, Lock]);

    [Fact]
    public void Finds_the_same_cause_in_other_words()
    {
        var found = index.Find(new Statement("new", "Nobody renewed the cert manually before its expiry"), top: 3);

        found[0].Id.ShouldBe("c");
        found[0].Score.ShouldBeInRange(0.2, 1);
        found[0].SharedTerms.ShouldBe(["renewed", "cert", "manually", "expiry"], ignoreOrder: true);
    }

    [Fact]
    public void Never_finds_the_statement_itself()
    {
        index.Find(Certificate, top: 10).ShouldNotContain(s => s.Id == "c");
    }

    [Fact]
    public void Finds_nothing_for_a_stranger()
    {
        index.Find(new Statement("new", "A pigeon nested in the duct"), top: 10).ShouldBeEmpty();
        new SimilarityIndex([]).Find(Certificate, top: 10).ShouldBeEmpty();
    }

    [Fact]
    public void Prefers_the_same_leaf_between_equal_texts()
    {
        var tagged = new SimilarityIndex(
        [
            new("a", "The queue grew.", Leaf: "no-alert"),
            new("b", "The queue grew.", Leaf: "retry-storm"),
            new("z", "Something else."),
        ]);

        tagged.Find(new Statement("new", "The queue grew.", Leaf: "retry-storm"), top: 1)[0].Id.ShouldBe("b");
    }
}
