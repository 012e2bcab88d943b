using FsCheck;
using FsCheck.Fluent;

namespace Postmortems.Formats.Tests;

/// <summary>Whatever a postmortem holds: written and read it is the same.</summary>
public class WritingAnythingTests
{
    private static readonly string[] Pieces =
    [
        "a", "Queue", "0", "-", "- ", ": ", ":", " ", "  ", "\n", "\n\n", "\t", "#", " # ", "# ", "'", "\"", "\\", "|", ">", "---", "...", "```", "{", "}", "[", "]", ",", "&a", "*a", "!!", "!!python/object", "%", "@", "`", "~",
        "null", "true", "no", "1e3", "0x1F", "2026-05-04", "14:05", "=", "<<", "? ", "\u00A0", "\u2028", "\u0085", "\uFEFF", "\r", "\u001b", "é", "日本", "🔥", "👩‍🚒", "\u202Eright", "<script>", "${x}", "format: postmortems/1",
    ];

    private static readonly Gen<string> Word = Gen.Elements("Queue", "stopped", "limit of 3", "UTC", "https://example.org/a?b=c#d");

    private static readonly Gen<string> Text = Gen.OneOf(Word, Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static readonly Gen<DateTime> Clock =
        from seconds in Gen.Choose(0, int.MaxValue)
        select new DateTime(2000, 1, 1).AddSeconds(seconds);

    private static readonly Gen<ReadMoment> Moment =
        from clock in Clock
        from known in Gen.Choose(0, 4)
        from quarters in Gen.Choose(-48, 56)
        from zone in Maybe
        from precision in Gen.Elements(Enum.GetValues<Precision>())
        from written in Maybe
        from hasEnd in Gen.Elements(true, false)
        select new ReadMoment
        {
            Instant = known == 4 ? new DateTimeOffset(clock, TimeSpan.FromMinutes(15 * quarters)) : null,
            WallClock = known >= 3 ? clock : null,
            Day = known >= 2 ? DateOnly.FromDateTime(clock) : null,
            TimeOfDay = known is 1 or >= 3 ? TimeOnly.FromDateTime(clock) : null,
            Zone = zone,
            Precision = precision,
            AsWritten = written ?? "",
            HasEnd = hasEnd,
        };

    private static readonly Gen<ReadMoment?> MaybeMoment = Gen.OneOf(Gen.Constant<ReadMoment?>(null), Moment.Select(moment => (ReadMoment?)moment));

    private static readonly Gen<IReadOnlyList<int>> Numbers = Gen.Choose(1, 9).ListOf().Select(numbers => (IReadOnlyList<int>)numbers);

    private static readonly LineSpan Nowhere = new(1, 1);

    private static readonly Gen<ReadEntry> Entry =
        from moment in Moment
        from text in Text
        from kind in Maybe
        from evidence in Maybe
        from fix in Maybe
        from minutes in Gen.Choose(0, 90)
        select new ReadEntry(moment, text, Nowhere) { Kind = kind, Evidence = evidence, Fix = fix is null ? null : new ReadFix(fix, kind, minutes == 0 ? null : minutes, evidence) };

    private static readonly Gen<ReadCause> Cause =
        from text in Text
        from role in Maybe
        from detail in Maybe
        from shownBy in Numbers
        select new ReadCause(text, role, Nowhere) { Detail = detail, Leaf = role, ShownBy = shownBy };

    private static readonly Gen<ReadActionItem> Item =
        from title in Text
        from owner in Maybe
        from due in Clock
        from status in Maybe
        from outcome in Maybe
        from addresses in Numbers
        select new ReadActionItem { Title = title, Owner = owner, Due = DateOnly.FromDateTime(due), Status = status, Type = owner, Priority = status, Link = outcome, DoneWhen = owner, Outcome = outcome, Addresses = addresses, Lines = Nowhere };

    private static readonly Gen<ReadDocument> Document =
        from body in Gen.Elements([.. Pieces, "# Queue\n", "## Timeline\n", "- 10:00 UTC down\n", "## Impact\n", "Nothing was sent.\n"]).ListOf().Select(string.Concat)
        from title in Maybe
        from severity in Maybe
        from people in Text.Where(name => !string.IsNullOrWhiteSpace(name)).ListOf()
        from impact in MaybeMoment
        from resolved in MaybeMoment
        from timeline in Entry.ListOf()
        from causes in Cause.ListOf()
        from items in Item.ListOf()
        from section in Text
        select new ReadDocument
        {
            File = "a.md",
            Format = "markdown",
            Body = body,
            Title = title,
            Date = impact?.Day,
            Severity = severity,
            Zone = severity,
            People = [.. people],
            Services = [.. people],
            Times = new ReadTimes { Impact = impact, Resolved = resolved },
            Windows = impact is null ? [] : [new ReadWindow(impact, resolved, section)],
            Timeline = [.. timeline],
            Causes = [.. causes],
            ActionItems = [.. items],
            Sections = title is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [SectionKeys.Summary] = section },
        };

    [Fact]
    public void Markdown_reads_back_as_the_same_data() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Document.ToArbitrary(), document => DocumentReader.Read("b.md", DocumentWriter.Markdown(document)).ShouldHoldTheSameAs(document)));

    [Fact]
    public void Json_reads_back_as_the_same_data() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Document.ToArbitrary(), document => DocumentReader.Read("b.json", DocumentWriter.Json(document)).ShouldHoldTheSameAs(document)));
}
