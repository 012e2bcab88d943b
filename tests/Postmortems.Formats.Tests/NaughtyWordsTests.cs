namespace Postmortems.Formats.Tests;

public class NaughtyWordsTests
{
    public static TheoryData<string> Names => [.. NaughtyWords.All.Select(naughty => naughty.What)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stay_as_they_are_in_every_field(string what)
    {
        var words = NaughtyWords.All.Single(naughty => naughty.What == what).Text;

        var read = DocumentReader.Read("a.md", Document(words));

        read.Timeline.Single().Text.ShouldBe("the pager said " + words);
        read.Causes.Single().Text.ShouldBe("The cause: " + words);
        read.ActionItems.Single().Title.ShouldBe("Escape " + words);
        read.Sections[SectionKeys.Summary].ShouldBe("We read " + words);
        read.Body.ShouldBe(Document(words));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Come_back_out_of_a_file_that_was_written(string what)
    {
        var read = DocumentReader.Read("a.md", Document(NaughtyWords.All.Single(naughty => naughty.What == what).Text)) with { Severity = what };
        var odd = read with { Title = NaughtyWords.All.Single(naughty => naughty.What == what).Text, People = [read.Title!], Services = [read.Title!] };

        foreach (var document in (ReadDocument[])[read, odd])
        {
            DocumentReader.Read("a.md", DocumentWriter.Markdown(document)).ShouldHoldTheSameAs(document);
            DocumentReader.Read("a.json", DocumentWriter.Json(document)).ShouldHoldTheSameAs(document);
        }
    }

    private static string Document(string words) => $"""
        # Words: {words}

        ## Summary

        We read {words}

        ## Timeline

        - 2026-02-03 10:00 UTC the pager said {words}

        ## Root cause

        - The cause: {words}

        ## Action items

        - Escape {words}

        """.ReplaceLineEndings("\n");
}
