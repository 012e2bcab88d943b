using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Tests.Ops;

public sealed class DemoTextTests
{
    private static readonly string[] Blame = ["human error", "should have", "could have", "failed to", "careless", "mistake", "fault of"];

    public static IEnumerable<object[]> Documents =>
        DemoYear.Stories.Select(story => story.Postmortem).OfType<StoryPostmortem>().Select(learned => new object[] { learned.Document, learned.Template });

    [Theory]
    [MemberData(nameof(Documents))]
    public void Fills_every_section_of_its_template(string document, string template)
    {
        var lines = StoryText.Of(document).Split('\n').Where(line => line.Length > 0).ToList();

        var headings = lines.Where(line => line.StartsWith("##", StringComparison.Ordinal)).ToList();
        var empty = lines.Zip(lines.Skip(1).Append("## End")).Where(pair => IsHeading(pair.First) && IsHeading(pair.Second) && !IsDeeper(pair)).Select(pair => pair.First);

        headings.ShouldBe(Template.Find(template)!.Sections.Select(section => $"{new string('#', section.Level)} {section.Heading}"));
        empty.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Is_written_as_people_write(string document, string template)
    {
        var text = StoryText.Of(document);

        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeInRange(250, 500, template);
        text.ShouldNotContain('\0');
        text.ShouldContain("\n:::timeline\n:::\n");
        text.ShouldContain("\n:::causes\n:::\n");
        text.ShouldContain("\n:::action-items\n:::\n");
    }

    [Fact]
    public void Blames_nobody()
    {
        var texts = DemoYear.Stories.SelectMany(story => story.Timeline.Select(entry => entry.Text)
            .Append(story.Summary)
            .Concat(story.Postmortem?.Causes.SelectMany(cause => new[] { cause.Statement, cause.Detail }) ?? [])
            .Concat(story.Postmortem is { } learned ? [StoryText.Of(learned.Document)] : []));

        texts.Where(text => Blame.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public void Can_be_told_on_any_day()
    {
        var days = Enumerable.Range(0, 800).Select(new DateOnly(2026, 1, 1).AddDays);

        foreach (var (day, story) in days.SelectMany(day => DemoYear.Stories.Select(story => (day, story))))
        {
            var told = story.Timeline.Select(entry => (entry.At, ToldTime.On(day, entry.At, story.Zone).At)).ToList();

            told.Select(entry => entry.Item2).ShouldBeInOrder(SortDirection.Ascending, customMessage: $"{story.Title} on {day}");
        }
    }

    [Theory]
    [InlineData("14:05", "2026-05-04T12:05:00Z", Precision.Minute)]
    [InlineData("14:05:12", "2026-05-04T12:05:12Z", Precision.Second)]
    [InlineData("~14:05", "2026-05-04T12:05:00Z", Precision.About)]
    [InlineData("9h", "2026-05-04T07:00:00Z", Precision.Hour)]
    [InlineData("+1 00:30", "2026-05-04T22:30:00Z", Precision.Minute)]
    [InlineData("-2 day", "2026-05-01T22:00:00Z", Precision.Day)]
    public void Reads_times_as_the_stories_write_them(string told, string instant, Precision precision) =>
        ToldTime.On(new DateOnly(2026, 5, 4), told, "Europe/Berlin").ShouldBe(new TimePoint(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), precision));

    private static bool IsHeading(string line) => line.StartsWith('#');

    private static bool IsDeeper((string First, string Second) pair) =>
        pair.Second.TakeWhile(c => c == '#').Count() > pair.First.TakeWhile(c => c == '#').Count();
}
