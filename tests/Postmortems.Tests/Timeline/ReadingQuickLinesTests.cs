using System.Globalization;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;

namespace Postmortems.Tests.Timeline;

public class ReadingQuickLinesTests
{
    private const string Berlin = "Europe/Berlin";
    private static readonly DateTimeOffset Began = Utc("2026-11-17T13:02Z");
    private static readonly DateTimeOffset Ended = Utc("2026-11-17T14:20Z");

    [Theory]
    [InlineData("14:28 Pool is full", "2026-11-17T13:28Z", Precision.Minute, Berlin)]
    [InlineData("~14:28 Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("about 14:28 - Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("?14:28 Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("~?14:28 Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("14:28? Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("14:28ish Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("2026-11-17 ?14:28 Pool is full", "2026-11-17T13:28Z", Precision.About, Berlin)]
    [InlineData("14:28:07 Pool is full", "2026-11-17T13:28:07Z", Precision.Second, Berlin)]
    [InlineData("- 2:28 pm: Pool is full", "2026-11-17T13:28Z", Precision.Minute, Berlin)]
    [InlineData("14:26-14:30 Pool is full", "2026-11-17T13:26Z", Precision.Minute, Berlin)]
    [InlineData("2026-11-18 09:05 Pool is full", "2026-11-18T08:05Z", Precision.Minute, Berlin)]
    [InlineData("2026-11-18T09:05Z Pool is full", "2026-11-18T09:05Z", Precision.Minute, "Etc/UTC")]
    [InlineData("13:36Z Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Etc/UTC")]
    [InlineData("13:36 UTC Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Etc/UTC")]
    [InlineData("14:36 CET Pool is full", "2026-11-17T13:36Z", Precision.Minute, Berlin)]
    [InlineData("08:36 EST Pool is full", "2026-11-17T13:36Z", Precision.Minute, "America/New_York")]
    [InlineData("22:36 Asia/Tokyo Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Asia/Tokyo")]
    [InlineData("19:06 +05:30 Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Asia/Kolkata")]
    [InlineData("08:36-0500 Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Etc/GMT+5")]
    [InlineData("08:36 -05:00 Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Etc/GMT+5")]
    [InlineData("2026-11-17T08:36:00-05:00 Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Etc/GMT+5")]
    [InlineData("2026-11-17 08:36:07-05:00 Pool is full", "2026-11-17T13:36:07Z", Precision.Second, "Etc/GMT+5")]
    [InlineData("08:36 UTC-05:00 Pool is full", "2026-11-17T13:36Z", Precision.Minute, "Etc/GMT+5")]
    [InlineData("11:40-12:00 Pool is full", "2026-11-17T10:40Z", Precision.Minute, Berlin)]
    [InlineData("11:40 - 12:00 Pool is full", "2026-11-17T10:40Z", Precision.Minute, Berlin)]
    [InlineData("14:26:30-14:29:30 Pool is full", "2026-11-17T13:26:30Z", Precision.Second, Berlin)]
    [InlineData("2:00 PM - 2:10 PM Pool is full", "2026-11-17T13:00Z", Precision.Minute, Berlin)]
    [InlineData("1:30-2:30 PM Pool is full", "2026-11-17T12:30Z", Precision.Minute, Berlin)]
    [InlineData("11:30-12:30 pm Pool is full", "2026-11-17T10:30Z", Precision.Minute, Berlin)]
    [InlineData("2026-11-17 11:50 pm - 12:10 Pool is full", "2026-11-17T22:50Z", Precision.Minute, Berlin)]
    [InlineData("~13:55 - 14:10 Pool is full", "2026-11-17T12:55Z", Precision.About, Berlin)]
    [InlineData("13:55 - 14:10ish Pool is full", "2026-11-17T12:55Z", Precision.Minute, Berlin)]
    [InlineData("14:00-17:30 Pool is full", "2026-11-17T13:00Z", Precision.Minute, Berlin)]
    [InlineData("[14:28] Pool is full", "2026-11-17T13:28Z", Precision.Minute, Berlin)]
    [InlineData("[2026-11-18 09:05:07]: Pool is full", "2026-11-18T08:05:07Z", Precision.Second, Berlin)]
    [InlineData("[2:28 PM UTC] Pool is full", "2026-11-17T14:28Z", Precision.Minute, "Etc/UTC")]
    [InlineData("about 4 pm Pool is full", "2026-11-17T15:00Z", Precision.About, Berlin)]
    [InlineData("1PM Pool is full", "2026-11-17T12:00Z", Precision.About, Berlin)]
    [InlineData("2026-11-18 12am: Pool is full", "2026-11-17T23:00Z", Precision.About, Berlin)]
    [InlineData("2pm - 4pm Pool is full", "2026-11-17T13:00Z", Precision.About, Berlin)]
    public void Understands_times_as_people_tell_them(string line, string instant, Precision precision, string zone)
    {
        var entry = Read(line).Entry!;

        entry.When.ShouldBe(new TimePoint(Utc(instant), precision));
        entry.Text.Split(" (")[0].ShouldBe("Pool is full");
        TimeZoneInfo.FindSystemTimeZoneById(entry.Zone).BaseUtcOffset.ShouldBe(TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset);
    }

    [Theory]
    [InlineData("14:20-14:35 restarted pods", "restarted pods (14:20-14:35)")]
    [InlineData("14:20 to 14:35: restarted pods", "restarted pods (14:20 to 14:35)")]
    [InlineData("14:20-~14:35 restarted pods", "restarted pods (14:20-~14:35)")]
    [InlineData("2026-11-17 13:20-13:35Z restarted pods", "restarted pods (13:20-13:35Z)")]
    [InlineData("1:20-1:35 pm UTC fix: restarted pods, by hand, 15m", "restarted pods (1:20-1:35 pm UTC)")]
    public void Puts_a_stretch_of_time_where_it_began_and_keeps_both_ends(string line, string text)
    {
        var read = Read(line);

        read.Entry!.Text.ShouldBe(text);
        read.Entry.When.ShouldBe(new TimePoint(Utc("2026-11-17T13:20Z"), Precision.Minute));
        text.ShouldEndWith($"({read.Stretch})");
    }

    [Fact]
    public void Takes_a_line_of_a_chat() =>
        Read("[14:28] bob: draining [a] and [b]").Entry!.Text.ShouldBe("bob: draining [a] and [b]");

    [Fact]
    public void Takes_letters_that_are_no_zone_as_words() =>
        Read("14:28 API fails").Entry!.Text.ShouldBe("API fails");

    [Fact]
    public void Understands_a_fix_step_with_everything_about_it()
    {
        var entry = Read("~14:28 fix: paused the price preview job, by hand, 3m, no effect").Entry!;

        entry.Kind.ShouldBe(EntryKind.Fix);
        entry.Text.ShouldBe("paused the price preview job");
        entry.Fix.ShouldBe(new FixStep("pause-automation", FixActor.Person, 3, FixEffect.None));
    }

    [Theory]
    [InlineData("fix: Pods restarted, which took the queue with it, 4 min", "restart", "Pods restarted, which took the queue with it")]
    [InlineData("fix: rolled back 4.18.0 to 4.17.6", "rollback-code", "rolled back 4.18.0 to 4.17.6")]
    [InlineData("fix: autoscaling maximum raised to 60", "raise-limit", "autoscaling maximum raised to 60")]
    [InlineData("fix: asked the carrier", "unknown", "asked the carrier")]
    public void Guesses_the_kind_of_a_fix_from_its_words(string words, string kind, string text)
    {
        var entry = Read($"14:28 {words}").Entry!;

        entry.Fix!.Kind.ShouldBe(kind);
        entry.Text.ShouldBe(text);
    }

    [Fact]
    public void Knows_a_hypothesis_by_its_question_mark_and_evidence_by_its_link()
    {
        Read("14:28 ? the carrier is slow").Entry!.ShouldSatisfyAllConditions(
            entry => entry.Kind.ShouldBe(EntryKind.Hypothesis),
            entry => entry.Text.ShouldBe("the carrier is slow"));
        Read("14:28 Release 4.18.0 is out https://deploys.example/4.18.0").Entry!.ShouldSatisfyAllConditions(
            entry => entry.Text.ShouldBe("Release 4.18.0 is out"),
            entry => entry.Evidence.ShouldBe("https://deploys.example/4.18.0"));
    }

    [Fact]
    public void Many_lines_follow_each_other_over_midnight()
    {
        var lines = QuickReader.Read("23:50 Queue grows\n\n* 00:10 Queue is full\n00:40 Workers added", Berlin, [Began], default);

        lines.Select(line => line.Entry!.When!.At).ShouldBe([Utc("2026-11-17T22:50Z"), Utc("2026-11-17T23:10Z"), Utc("2026-11-17T23:40Z")]);
    }

    [Theory]
    [InlineData("00:10 It ended", "2026-11-17T23:10Z")]
    [InlineData("23:50 It began", "2026-11-17T22:50Z")]
    public void A_line_without_a_date_is_of_the_day_nearest_to_the_incident(string line, string instant)
    {
        var overMidnight = new[] { Utc("2026-11-17T22:40Z"), Utc("2026-11-17T23:05Z") };

        QuickReader.Read(line, Berlin, overMidnight, default).ShouldHaveSingleItem().Entry!.When!.At.ShouldBe(Utc(instant));
    }

    [Theory]
    [InlineData("Pool is full", "Begin with the time")]
    [InlineData("25:10 Pool is full", "Begin with the time")]
    [InlineData("14:28", "Say after the time")]
    [InlineData("[14:28]", "Say after the time")]
    [InlineData("[14:28 bob] Pool is full", "Begin with the time")]
    [InlineData("13 pm Pool is full", "Begin with the time")]
    [InlineData("4 amber lights", "Begin with the time")]
    [InlineData("2026-03-29 02:30 Batch ran", "did not exist in Europe/Berlin")]
    [InlineData("2026-02-31 02:30 Batch ran", "Begin with the time")]
    [InlineData("14:00-02:01 Pool is full", "more than twelve hours")]
    [InlineData("09:14-05:00 Pool is full", "“UTC-05:00” for an offset")]
    [InlineData("11:40 -12:00 Pool is full", "“UTC-12:00” for an offset")]
    [InlineData("0001-01-01 00:10 +05:00 Pool is full", "check the year 1.")]
    [InlineData("9999-12-31 23:50 -05:00 Pool is full", "check the year 9999.")]
    [InlineData("9999-12-31 23:50-00:10 Pool is full", "check the year 9999.")]
    [InlineData("14:28 ?", "Say what happened")]
    public void Asks_when_it_does_not_understand(string line, string question)
    {
        var read = Read(line);

        read.Entry.ShouldBeNull();
        read.Line.ShouldBe(line);
        read.Question!.ShouldContain(question);
    }

    [Fact]
    public void Asks_only_about_the_line_that_is_too_long()
    {
        var lines = QuickReader.Read($"14:28 Pool is full\n14:29 {new string('x', 4001)}\n14:30 See https://example.org/{new string('x', 2000)}", Berlin, [Began], default);

        lines.Select(line => line.Question is null).ShouldBe([true, false, false]);
        lines[1].Question!.ShouldContain("4000 characters");
    }

    private static QuickLine Read(string line) => QuickReader.Read(line, Berlin, [Began, Ended], default).ShouldHaveSingleItem();

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
