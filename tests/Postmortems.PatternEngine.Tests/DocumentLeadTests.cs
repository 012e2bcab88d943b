using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Tests;

public class DocumentLeadTests
{
    [Fact]
    public void Reads_the_title_and_what_went_wrong_and_leaves_out_times_and_tasks()
    {
        var lead = DocumentLead.Of("""
            ---
            title: Certificate expired
            owner: somebody
            ---
            ## Summary
            The gateway answered with errors. <!-- describe -->
            ## Timeline
            09:00 Grace joined
            **Action items**
            - buy a calendar
            ## Root cause
            Renewal is by hand, see [the wiki](https://wiki.example/renewal).
            """);

        lead.ShouldContain("Certificate expired");
        lead.ShouldContain("answered with errors");
        lead.ShouldContain("Renewal is by hand");
        lead.ShouldNotContain("somebody");
        lead.ShouldNotContain("Grace");
        lead.ShouldNotContain("calendar");
        lead.ShouldNotContain("describe");
        lead.ShouldNotContain("example");
    }

    [Fact]
    public void Ends_before_a_document_becomes_long() => DocumentLead.Of(string.Concat(Enumerable.Repeat("word after word\n", 10_000))).Length.ShouldBeLessThan(2_000);

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("# ")]
    public void Takes_anything_for_a_document(string text) => DocumentLead.Of(text).Trim().Length.ShouldBeLessThanOrEqualTo(4 * text.Length);
}
