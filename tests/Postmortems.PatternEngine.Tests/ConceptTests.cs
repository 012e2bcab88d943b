using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Tests;

/// <summary>The concept files hold their own sentences; here each file keeps its word.</summary>
public class ConceptTests
{
    public static TheoryData<string> Ids => [.. ConceptBook.Default.Concepts.Select(concept => concept.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_read_where_it_is_said_and_not_where_something_comes_near(string id)
    {
        var concept = ConceptBook.Default.Concepts.Single(c => c.Id == id);

        concept.Examples.Count.ShouldBeGreaterThanOrEqualTo(2);
        concept.Counterexamples.ShouldNotBeEmpty();
        concept.Examples.ShouldAllBe(sentence => Said(ConceptBook.Default, sentence).Contains(id));
        concept.Counterexamples.ShouldAllBe(sentence => !Said(ConceptBook.Default, sentence).Contains(id));
    }

    [Fact]
    public void Every_concept_has_a_name_of_its_own_and_a_sentence()
    {
        ConceptBook.Default.Concepts.Select(c => c.Id).ShouldBeUnique();
        ConceptBook.Default.Concepts.ShouldAllBe(c => c.Sentence.Length > 10 && char.IsUpper(c.Sentence[0]) && !c.Sentence.EndsWith('.'));
    }

    [Fact]
    public void Parts_may_stand_in_any_order_within_the_window()
    {
        var book = ConceptBook.Of("@cup: cup, mug", "spilt: A drink was spilt", "= @cup + tip over|fall /3");

        Said(book, "Falling, the mug broke").ShouldBe(["spilt"]);
        Said(book, "It tipped over, the cup").ShouldBe(["spilt"]);
        Said(book, "A cup that stood on the far table in the sun did fall").ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_says_something_else_rules_it_out()
    {
        var book = ConceptBook.Of("spilt: A drink was spilt", "= cup + fall ! world");

        Said(book, "The cup falls").ShouldBe(["spilt"]);
        Said(book, "The world cup falls in June").ShouldBeEmpty();
    }

    [Fact]
    public void Parts_are_found_late_in_a_long_text_too()
    {
        var book = ConceptBook.Of("spilt: A drink was spilt", "= cup + tip right over|fall /3");
        var far = string.Concat(Enumerable.Repeat("the cup stood on the table and the rain did fall outside of the house, ", 500));

        Said(book, far).ShouldBeEmpty();
        Said(book, far + "until it tipped right over, the cup").ShouldBe(["spilt"]);
        Said(book, far + "until the cup fell; no, the cup did fall").ShouldBe(["spilt"]);
    }

    [Fact]
    public void One_word_is_never_two_parts()
    {
        var book = ConceptBook.Of("copied: Copied twice", "= copy + copies|copy");

        Said(book, "A copy").ShouldBeEmpty();
        Said(book, "A copy of a copy").ShouldBe(["copied"]);
    }

    [Theory]
    [InlineData("x: X", "= @nothing", "know no @nothing")]
    [InlineData("x: X", "= word + 42", "says nothing")]
    public void A_fault_in_a_file_is_named(string concept, string way, string told)
    {
        Should.Throw<FormatException>(() => ConceptBook.Of(concept, way)).Message.ShouldContain(told);
    }

    private static List<string> Said(ConceptBook book, string sentence)
    {
        var mentions = new List<Mention>();
        var scanner = new Scanner();
        new ConceptReader(book, scanner).Read(scanner.Words(sentence).FindAll(word => !word.Whole), mentions);

        return mentions.ConvertAll(mention => book.Concepts[mention.Concept].Id);
    }
}
