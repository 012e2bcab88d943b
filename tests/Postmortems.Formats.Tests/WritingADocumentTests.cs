namespace Postmortems.Formats.Tests;

public class WritingADocumentTests
{
    public static TheoryData<string> Documents => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Reads_back_as_the_same_data(string name)
    {
        var read = Fixture.Read(name);

        DocumentReader.Read("exported/PM-1.md", DocumentWriter.Markdown(read)).ShouldHoldTheSameAs(read);
        DocumentReader.Read("PM-1.json", DocumentWriter.Json(read)).ShouldHoldTheSameAs(read);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Is_the_same_file_each_time(string name)
    {
        var written = DocumentWriter.Markdown(Fixture.Read(name));

        DocumentWriter.Markdown(DocumentReader.Read("a.md", written)).ShouldBe(written);
    }

    [Fact]
    public void Does_not_repeat_in_the_front_matter_what_the_text_says()
    {
        var read = Fixture.Read("checkout-slow.md");

        DocumentWriter.Markdown(read).ShouldStartWith(
            """
            ---
            format: postmortems/1
            title: "Checkout slow for card payments (incident #214)"
            date: 2026-03-09
            severity: SEV-2
            zone: UTC
            people:
              - Ada Brandt
              - Grace Okafor
            """);
        DocumentWriter.Markdown(read).ShouldNotContain("\ntimeline:");
        DocumentWriter.Markdown(read).ShouldEndWith("---\n\n" + read.Body);
    }

    [Fact]
    public void States_what_the_text_does_not_say()
    {
        var read = DocumentReader.Read("a.md", "# Queue stopped\n\nIt went on for a while.\n") with
        {
            Timeline =
            [
                new ReadEntry(new ReadMoment { Instant = new DateTimeOffset(2026, 5, 4, 14, 5, 0, TimeSpan.FromHours(2)), WallClock = new DateTime(2026, 5, 4, 14, 5, 0), Day = new DateOnly(2026, 5, 4), TimeOfDay = new TimeOnly(14, 5), Zone = "Europe/Berlin", Precision = Precision.Minute, AsWritten = "" }, "Restarted it:\n\n- by hand", new LineSpan(1, 1))
                {
                    Kind = "fix",
                    Basis = "observed",
                    Fix = new ReadFix("restart", "person", 12, "stopped-impact"),
                },
            ],
            Causes = [new ReadCause("No limit: on the queue", "made-possible", new LineSpan(1, 1)) { Confidence = "likely", ShownBy = [1] }],
        };

        var written = DocumentWriter.Markdown(read);

        written.ShouldContain(
            """
            timeline:
              - when:
                  at: 2026-05-04T14:05:00+02:00
                  zone: Europe/Berlin
                text: |-
                  Restarted it:

                  - by hand
                kind: fix
                basis: observed
                fix:
                  kind: restart
                  actor: person
                  minutes: 12
                  effect: stopped-impact
            causes:
              - text: "No limit: on the queue"
                role: made-possible
                confidence: likely
                shownBy:
                  - 1

            """);
        DocumentReader.Read("a.md", written).ShouldHoldTheSameAs(read);
    }

    [Fact]
    public void Says_that_there_is_none_where_the_text_tells_otherwise()
    {
        var read = Fixture.Read("checkout-slow.md") with { Timeline = [], ActionItems = [] };

        DocumentReader.Read("a.md", DocumentWriter.Markdown(read)).ShouldHoldTheSameAs(read);
        DocumentReader.Read("a.json", DocumentWriter.Json(read)).ShouldHoldTheSameAs(read);
    }

    [Fact]
    public void Tells_on_which_lines_of_the_file_each_field_stands()
    {
        var read = DocumentReader.Read("a.md", "# Queue stopped\n\n## Impact\n\nNothing was sent.\n\n## Timeline\n\n- 2026-05-04 10:00 UTC down\n") with
        {
            Causes = [new ReadCause("One", null, new LineSpan(1, 1)), new ReadCause("Two\n\nlines", "trigger", new LineSpan(1, 1))],
        };

        var markdown = DocumentWriter.Markdown(read);
        var back = DocumentReader.Read("a.md", markdown);
        var lines = markdown.Split('\n');

        lines[back.Sources["title"].First - 1].ShouldBe("title: Queue stopped");
        lines[back.Sources["sections.impact"].First - 1].ShouldBe("## Impact");
        lines[back.Timeline[0].Lines.First - 1].ShouldBe("- 2026-05-04 10:00 UTC down");
        lines[back.Causes[0].Lines.First - 1].ShouldBe("  - text: One");
        lines[(back.Causes[1].Lines.First - 1)..back.Causes[1].Lines.Last].ShouldBe(["  - text: |-", "      Two", "", "      lines", "    role: trigger"]);

        var json = DocumentWriter.Json(read);
        var backFromJson = DocumentReader.Read("a.json", json);
        lines = json.Split('\n');

        lines[backFromJson.Sources["title"].First - 1].ShouldContain("Queue stopped");
        lines[(backFromJson.Causes[1].Lines.First - 1)..backFromJson.Causes[1].Lines.Last].ShouldBe(["    {", "      \"text\": \"Two\\n\\nlines\",", "      \"role\": \"trigger\"", "    }"]);
    }
}
