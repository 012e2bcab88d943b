using Postmortems.PatternEngine.Explaining;

namespace Postmortems.PatternEngine.Tests;

public class NamingTests
{
    // Others, so that there is something that the members are not.
    private static readonly Statement[] Others =
    [
        new("o1", "Rain came through the roof of the old depot"), new("o2", "The translation of the leaflet promised the wrong sum"),
        new("o3", "A pigeon nested in the duct"), new("o4", "Two drivers swapped their badges at the gate"),
    ];

    [Fact]
    public void A_group_is_named_by_the_concept_that_its_members_share()
    {
        var group = Only(
            new("a", "The certificate of the tram gateway had expired"),
            new("b", "Certificate of the ferry gateway expired on Sunday"),
            new("c", "An expired certificate stopped the bus gateway"));

        group.Name.ShouldBe("A certificate ran past its validity");
    }

    [Fact]
    public void A_concept_of_fewer_than_two_thirds_is_a_reason_and_no_name()
    {
        var group = Only(
            new("a", "Zebra turnstile at the harbour gate jammed yellow rider tokens: its certificate had expired"),
            new("b", "Zebra turnstile at the harbour gate jammed yellow rider tokens, and the certificate was fine"),
            new("c", "Yellow rider tokens jammed the zebra turnstile of the harbour gate twice"),
            new("e", "At the harbour gate the zebra turnstile jammed yellow rider tokens as the certificate had expired"),
            new("d", "The zebra turnstile of the harbour gate jammed on rider tokens, yellow ones; certificate expired too"));

                group.Concepts.ShouldContain("A certificate ran past its validity");
        group.Name.ShouldNotContain("certificate ran past");
        group.Members.Select(member => member.Id).ShouldBe(["a", "b", "c", "d", "e"], ignoreOrder: true);
    }

    [Fact]
    public void Without_a_shared_concept_the_member_in_the_middle_speaks()
    {
        Statement[] members =
        [
            new("a", "Zebra turnstile ate the yellow rider tokens."),
            new("b", "Yellow rider tokens jammed a zebra turnstile. It was cold."),
            new("c", "Zebra turnstile, rider tokens, yellow"),
        ];

        var name = Only(members).Name;

        members.ShouldContain(member => member.Text.StartsWith(name));
    }

    [Fact]
    public void A_long_sentence_ends_after_a_whole_word()
    {
        Sentences.Shortened("The yellow tram waited at the junction", 20).ShouldBe("The yellow tram…");
        Sentences.Shortened("The yellow tram", 20).ShouldBe("The yellow tram");
        Sentences.Shortened("Straßenbahnhaltestellenschild", 10).ShouldBe("Straßenba…");
    }

    private static Group Only(params Statement[] members) => Grouping.Of([.. members, .. Others]).ShouldHaveSingleItem();
}
