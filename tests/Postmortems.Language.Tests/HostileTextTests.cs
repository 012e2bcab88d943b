using FsCheck;
using FsCheck.Fluent;

namespace Postmortems.Language.Tests;

/// <summary>No input makes the check slow or points beside the text: what it costs grows as the text does.</summary>
public class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "the engineer", " should have checked", " forgot to", "\n", "\n\n", "# ", "- ", "| a | b |\n|---|---|\n", "`", "```\n", "**", "_", "[", "](", ")", "<b>", "\"", "“", "🙂",
        "\ud83d", "\0", "\r\n", "> ", " human error", "ı", "İ", "\u0301", "\\", "&amp;", "can't ", "we’d ", "the person who was", ", but ", " because ", " wrong ", " nobody ", " knew ", ". ", "a|",
    ];

    private static readonly Gen<string> AnyText = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    /// <summary>Looks at words are counted, not seconds: the same on any machine. Twice a line that nobody wrote by hand costs about twice.</summary>
    [Fact]
    public void Costs_no_more_than_its_length_whatever_is_repeated() =>
        Prop.ForAll(Gen.Choose(1, 6).SelectMany(count => Gen.Elements(Pieces).ListOf(count)).Select(pieces => string.Concat(pieces)).ToArbitrary(), piece =>
        {
            var once = Looks(Repeated(piece, 20_000));
            var thrice = Looks(Repeated(piece, 60_000));

            return thrice <= (4 * once) + 20_000;
        }).QuickCheckThrowOnFailure();

    /// <summary>The parts that look at letters have no words to count, so what they put into memory is counted.</summary>
    [Theory]
    [InlineData("[a](")]
    [InlineData("*_[(")]
    [InlineData("a|")]
    [InlineData("> ")]
    [InlineData("<a ")]
    [InlineData("“")]
    [InlineData("`a``b")]
    [InlineData("we forgot to, and ")]
    [InlineData("é̀🙂\u200d")]
    public void Takes_no_more_memory_than_its_length(string piece)
    {
        var (shorter, longer) = (Repeated(piece, 50_000), Repeated(piece, 400_000));
        LanguageCheck.Of(shorter, coach: true);

        var once = Allocated(shorter);
        var eightTimes = Allocated(longer);

        eightTimes.ShouldBeLessThan((10 * once) + 1_000_000);
    }

    [Fact]
    public void Points_into_the_text_whatever_the_text_is() =>
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            foreach (var finding in LanguageCheck.Of(text, coach: true))
            {
                text.Substring(finding.Start, finding.Length).ShouldBe(finding.Match);
                finding.Match.ShouldBe(finding.Match.Trim());

                if (finding.Rewording is { } edit)
                {
                    text.Substring(edit.Start, edit.Was.Length).ShouldBe(edit.Was);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_words_at_all_are_read() =>
        Prop.ForAll<string>(text => LanguageCheck.Of(text ?? "", coach: true).All(finding => finding.Start + finding.Length <= text!.Length)).QuickCheckThrowOnFailure();

    private static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static long Looks(string text)
    {
        var effort = new Effort();
        LanguageCheck.Of(text, CheckSettings.Default with { Coach = true, Effort = effort });
        return effort.Looks;
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        LanguageCheck.Of(text, coach: true);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
