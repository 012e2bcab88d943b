using Postmortems.Domain.Home;

namespace Postmortems.Tests.Home;

public class QuotedSentenceTests
{
    [Fact]
    public void Comes_from_the_lessons_before_the_summary() =>
        QuotedSentence.Of("""
            # Title
            ## Summary
            The pool of connections was full for an hour.
            ## Lessons learned
            ### What went well
            - A green backup job had been a **statement about writing**, never about `reading`. More follows here.
            """).ShouldBe("A green backup job had been a statement about writing, never about reading.");

    [Fact]
    public void Falls_back_to_the_summary_where_the_lessons_say_nothing() =>
        QuotedSentence.Of("## Summary\n\nVersion 2.1.4 refused every label for an hour.\n\n## Lessons\n\nNone.\n").ShouldBe("Version 2.1.4 refused every label for an hour.");

    [Fact]
    public void Never_quotes_a_live_block_or_a_longer_text_than_a_row_holds()
    {
        QuotedSentence.Of("## What we learned\n\n{{action-items}}\n").ShouldBeNull();

        var quoted = QuotedSentence.Of($"## Lessons\n\n{string.Join(' ', Enumerable.Repeat("queue", 100))}")!;
        quoted.Length.ShouldBeLessThan(225);
        quoted.ShouldEndWith("queue…");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no headings at all, only words that go on for a while")]
    [InlineData("# Lessons\n")]
    public void Is_missing_where_nothing_is_told(string text) => QuotedSentence.Of(text).ShouldBeNull();
}
