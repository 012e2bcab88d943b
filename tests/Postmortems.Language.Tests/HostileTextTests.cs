using System.Diagnostics;

namespace Postmortems.Language.Tests;

/// <summary>No input makes the check slow: a megabyte of anything is read in about a second.</summary>
public class HostileTextTests
{
    /// <summary>Ten times what it takes here: tests run beside others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("[a](")]
    [InlineData("*_[(")]
    [InlineData("a|")]
    [InlineData("> ")]
    [InlineData("<a ")]
    [InlineData("“")]
    [InlineData("`a``b")]
    [InlineData("the engineer also ")]
    [InlineData("if had should have been ")]
    [InlineData("we forgot to, and ")]
    [InlineData("é̀🙂\u200d")]
    public void Is_read_in_time_linear_in_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        LanguageCheck.Of(text, coach: true);

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    /// <summary>Random pieces in random order; a fixed seed, so that a failure can be seen again.</summary>
    [Fact]
    public void Points_into_the_text_whatever_the_text_is()
    {
        string[] pieces = ["the engineer", " should have checked", " forgot to", "\n", "\n\n", "# ", "- ", "| a | b |\n|---|---|\n", "`", "```\n", "**", "_", "[", "](", ")", "<b>", "\"", "“", "🙂", "\ud83d", "\0", "\r\n", "> ", " human error", "ı", "İ", "\u0301", "\\", "&amp;", "can't ", "we’d "];
        var random = new Random(20261122);

        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));

            foreach (var finding in LanguageCheck.Of(text, coach: true))
            {
                text.Substring(finding.Start, finding.Length).ShouldBe(finding.Match);
                finding.Match.ShouldBe(finding.Match.Trim());
            }
        }
    }
}
