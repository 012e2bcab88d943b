using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Live;
using Postmortems.Web.Writing;

namespace Postmortems.Tests.Writing.Live;

public class ReadingLiveBlocksTests
{
    [Theory]
    [InlineData(":::causes\n:::")]
    [InlineData("::: causes\n:::")]
    [InlineData("::::Causes  \n::::")]
    [InlineData("{{causes}}")]
    [InlineData("Words before\n:::causes\n:::\nwords behind")]
    [InlineData(":::causes")]
    [InlineData("- in a list\n\n  :::causes\n  :::\n- the next")]
    [InlineData("> :::causes\n> :::")]
    public void Finds_a_block_that_stands_on_a_line_of_its_own(string text)
    {
        var parts = RenderedMarkdown.Of(text);

        parts.Select(part => part.LiveBlock?.Name).ShouldBe(["causes", null]);
        parts.ShouldAllBe(part => !part.Html.Contains(":::") && !part.Html.Contains("{{"));
    }

    [Theory]
    [InlineData("```\n:::causes\n:::\n```")]
    [InlineData("    :::causes\n    :::")]
    [InlineData("1. one\n\n   ~~~\n   :::causes\n   ~~~")]
    [InlineData("Write `:::causes` alone on a line")]
    [InlineData("Words :::causes")]
    [InlineData("{{causes}} and more")]
    [InlineData("{{unknown}}")]
    [InlineData("::causes")]
    [InlineData(":::")]
    [InlineData("::: {.warning}")]
    public void Leaves_code_and_sentences_as_they_are(string text)
    {
        var parts = RenderedMarkdown.Of(text);

        parts.ShouldHaveSingleItem().LiveBlock.ShouldBeNull();
        parts[0].Html.ShouldContain(text.Contains("::") ? "::" : "{{");
    }

    [Fact]
    public void Swallows_nothing_when_nobody_ended_it()
    {
        var parts = RenderedMarkdown.Of("## One\n\n:::timeline\n\nStill here.\n\n## Two\n\n:::causes\n:::\n\nLast.");

        parts.Select(part => part.LiveBlock?.Name).ShouldBe(["timeline", "causes", null]);
        parts[1].Html.ShouldContain("Still here.");
        parts[1].Html.ShouldContain("part-two");
        parts[2].Html.ShouldContain("Last.");
    }

    [Fact]
    public void Shows_words_that_somebody_wrote_inside_and_not_what_an_export_wrote()
    {
        RenderedMarkdown.Of(":::causes\n\nOur own words.\n\n:::")[^1].Html.ShouldContain("Our own words.");
        RenderedMarkdown.Of(":::causes as-of=2026-11-20\n\n- An old cause\n\n:::\n\nAfter.")[^1].Html.Trim().ShouldBe("<p>After.</p>");
        RenderedMarkdown.Of(":::causes as-of=2026-11-20\n\n## Not part of it\n\n:::")[^1].Html.ShouldContain("Not part of it");
    }

    [Theory]
    [InlineData(":::cuases", "There is no live block called “cuases”. There are timeline, causes, action-items, similar, impact and people.")]
    [InlineData(":::timeline sort=old", "“sort” means nothing to the block timeline. It takes kind=… and incident=….")]
    [InlineData(":::people all of them", "“all of them” means nothing to the block people. It takes no option.")]
    [InlineData(":::timeline kind=fixx", "“fixx” is no kind. There are event, change, signal, hypothesis, decision, message, fix and milestone.")]
    [InlineData(":::impact incident=five", "“five” is no incident. Write incident=INC-5.")]
    [InlineData(":::similar top=99", "top is a number from 1 to 10.")]
    public void Says_what_it_does_not_understand(string text, string sentence)
    {
        var block = RenderedMarkdown.Of(text)[0].LiveBlock;

        block!.Problem.ShouldBe(sentence);
        block.Line.ShouldBe(text);
    }

    [Fact]
    public void Takes_options()
    {
        var block = RenderedMarkdown.Of(":::timeline kind=fix,Decision incident=\"INC-5\"\n:::")[0].LiveBlock!;

        block.Problem.ShouldBeNull();
        block.Chosen<EntryKind>(LiveOptions.Kind).ShouldBe([EntryKind.Fix, EntryKind.Decision]);
    }

    [Fact]
    public void Counts_as_text_below_a_heading() =>
        Outline.Of("## Causes\n\n:::causes\n:::\n\n## Empty").Select(heading => heading.IsEmpty).ShouldBe([false, true]);

    [Fact]
    public void Cannot_be_forged_by_html_in_the_text()
    {
        var parts = RenderedMarkdown.Of("<hr data-live-block=\"0\">\n\n[x](https://example.org/?<hr data-live-block=\"0\">)\n\n:::people\n:::\n\nAfter.");

        parts.Count.ShouldBe(2);
        parts[0].Html.ShouldContain("&lt;hr data-live-block");
        parts[1].Html.Trim().ShouldBe("<p>After.</p>");
    }
}
