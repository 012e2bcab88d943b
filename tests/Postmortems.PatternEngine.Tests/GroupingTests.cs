namespace Postmortems.PatternEngine.Tests;

public class GroupingTests
{
    private static readonly Statement[] Causes =
    [
        new("a1", "The TLS certificate of the checkout proxy expired because renewal is a manual step."),
        new("a2", "Nobody renewed the intermediate cert by hand before it expired on Sunday."),
        new("a3", "Expired certificate on the partner gateway; the renewal reminder went to an old mailbox."),
        new("b1", "The backfill held an exclusive lock on the orders table and every checkout waited."),
        new("b2", "ALTER TABLE took an exclusive lock on orders during the peak."),
        new("b3", "A migration locked the orders table; writes queued behind the lock."),
        new("c1", "A pigeon nested in the cooling duct of the old office."),
        new("c2", "The translation of the refund mail promised the wrong sum in Danish."),
    ];

    [Fact]
    public void Puts_statements_of_one_cause_together_and_leaves_the_others_out()
    {
        var groups = Grouping.Of(Causes);

        groups.Select(g => string.Join(' ', g.Members.Select(m => m.Id).Order())).Order().ShouldBe(["a1 a2 a3", "b1 b2 b3"]);
    }

    [Fact]
    public void Gives_the_same_groups_in_any_order()
    {
        var forward = Grouping.Of(Causes);
        var backward = Grouping.Of([.. Causes.Reverse()]);

        Told(backward).ShouldBe(Told(forward));
    }

    [Fact]
    public void Says_why_in_the_words_that_people_wrote()
    {
        var certificates = Grouping.Of(Causes).Single(g => g.Members.Any(m => m.Id == "a1"));

        certificates.SharedTerms.ShouldContain("expired");
        certificates.Name.ShouldBe("A certificate ran past its validity");
        certificates.Members.Single(m => m.Id == "a2").SharedTerms.ShouldContain("cert");
        certificates.Members.ShouldAllBe(m => m.Strength > 0.5 && m.Strength <= 1);
    }

    [Fact]
    public void Finds_nothing_in_nothing()
    {
        Grouping.Of([]).ShouldBeEmpty();
        Grouping.Of([Causes[0]]).ShouldBeEmpty();
        Grouping.Of([new("x", ""), new("y", " 42 "), new("z", "of the")]).ShouldBeEmpty();
    }

    [Fact]
    public void Takes_words_dealt_at_random_for_chance()
    {
        var random = new Random(3);
        var words = Enumerable.Range(0, 400).Select(n => $"w{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}x").ToArray();
        var noise = Enumerable.Range(0, 300)
            .Select(n => new Statement($"n{n:D3}", string.Join(' ', random.GetItems(words, 10))))
            .ToArray();

        Grouping.Of(noise).Sum(g => g.Members.Count).ShouldBeLessThan(60);
    }

    [Fact]
    public void Joins_a_thousand_equal_fix_steps_without_a_thousand_rounds()
    {
        var steps = Enumerable.Range(0, 1000)
            .Select(n => new Statement($"s{n:D4}", n % 2 == 0 ? "Restarted the order consumer" : "Purged the edge cache by hand"))
            .ToArray();

        var groups = Grouping.Of(steps);

        groups.Select(g => g.Members.Count).ShouldBe([500, 500]);
        groups.SelectMany(g => g.Members).ShouldAllBe(m => m.Strength >= 0.5 && m.Strength <= 1);
    }

    private static IEnumerable<string> Told(IEnumerable<Group> groups) =>
        groups.Select(g => $"{g.Name}: {string.Join(", ", g.Members.Select(m => $"{m.Id} {m.Strength:R} {string.Join('|', m.SharedTerms)}"))}");
}
