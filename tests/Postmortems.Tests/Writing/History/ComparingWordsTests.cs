using Postmortems.Domain.Writing.History;

namespace Postmortems.Tests.Writing.History;

public class ComparingWordsTests
{
    [Theory]
    [InlineData("The pool ran out.", "The pool slowly ran out.", "The pool +[slowly ]ran out.")]
    [InlineData("It doesn't hold 3.5 s", "It doesn't hold 4.5 s", "It doesn't hold -[3.5]+[4.5] s")]
    [InlineData("Żółw śpi", "Żółw je", "Żółw -[śpi]+[je]")]
    [InlineData("cafe\u0301 zu", "cafe zu", "-[cafe\u0301]+[cafe] zu")]
    [InlineData("接続が切れた", "接続は切れた", "接続-[が]+[は]切れた")]
    [InlineData("👩‍🚀 here", "👨‍🚀 here", "-[👩‍🚀]+[👨‍🚀] here")]
    [InlineData("a (b), c", "x (y), c", "-[a (b]+[x (y]), c")]
    [InlineData("", "all new", "+[all new]")]
    [InlineData("gone\n", "", "-[gone\n]")]
    [InlineData("same", "same", "")]
    public void Shows_the_words_that_differ(string before, string after, string shown) => Say(WordChanges.Between(before, after)).ShouldBe(shown);

    [Fact]
    public void Counts_words_not_signs()
    {
        var changed = WordChanges.Between("one two\n\nthree", "one, deux\n\nthree and four");

        (changed.WordsIn, changed.WordsOut).ShouldBe((3, 1));
    }

    [Fact]
    public void Folds_what_stays_the_same_far_from_a_change()
    {
        var before = string.Join('\n', Enumerable.Range(1, 30));

        Say(WordChanges.Between(before, before.Replace("15", "fifteen", StringComparison.Ordinal)))
            .ShouldBe("(12 lines as before)13\n14\n-[15]+[fifteen]\n16\n17(13 lines as before)");
    }

    [Fact]
    public void Comes_from_any_text_to_any_other()
    {
        var random = new Random(20261121);

        for (var i = 0; i < 3_000; i++)
        {
            var (before, after) = (Words(random), Words(random));

            WordChanges.ChangeBetween(before, after).Apply(before).ShouldBe(after);
        }
    }

    [Theory]
    [InlineData("every second word", false)]
    [InlineData("everything", true)]
    [InlineData("one letter a line", true)]
    [InlineData("one line", true)]
    public void Compares_the_longest_documents_coarsely_where_words_would_take_long(string differs, bool isCoarse)
    {
        var (before, after) = Long(differs);

        var changed = WordChanges.Between(before, after);

        changed.IsCoarse.ShouldBe(isCoarse);
        changed.WordsIn.ShouldBeGreaterThan(1_000);
    }

    private static (string Before, string After) Long(string differs)
    {
        var random = new Random(7);
        string Line(int i) => string.Join(' ', Enumerable.Range(0, 12).Select(word => $"w{i}x{word}"));
        string Other(int i) => string.Join(' ', Enumerable.Range(0, 12).Select(word => word % 2 == 0 ? $"w{i}x{word}" : $"v{random.Next()}"));

        return differs switch
        {
            "every second word" => (Join(Enumerable.Range(0, 2_500).Select(Line)), Join(Enumerable.Range(0, 2_500).Select(Other))),
            "everything" => (Join(Enumerable.Range(0, 2_500).Select(Line)), Join(Enumerable.Range(5_000, 2_700).Select(Line))),
            "one letter a line" => (Join(Enumerable.Repeat("a", 100_000)), Join(Enumerable.Repeat("b", 100_000))),
            _ => (string.Join(' ', Enumerable.Range(0, 2_500).Select(Line)), string.Join(' ', Enumerable.Range(0, 2_500).Select(Other))),
        };
    }

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Words(Random random)
    {
        string[] pieces = ["a", "b ", "\n", "é", "e\u0301", "😀", "接", ". ", "word", "  ", "\n\n", "\ud83d\ude00\u200d"];
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string Say(WordComparison changed) => string.Concat(changed.Changes.Select(change => change.Kind switch
    {
        WordChangeKind.Added => $"+[{change.Text}]",
        WordChangeKind.TakenOut => $"-[{change.Text}]",
        WordChangeKind.Folded => $"({change.Text})",
        _ => change.Text,
    }));
}
