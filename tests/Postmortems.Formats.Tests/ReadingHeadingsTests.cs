namespace Postmortems.Formats.Tests;

public class ReadingHeadingsTests
{
    [Theory]
    [InlineData("## Executive Summary", "summary")]
    [InlineData("## TL;DR", "summary")]
    [InlineData("## 1. What happened?", "narrative")]
    [InlineData("### :boom: Impact & Metrics", "impact")]
    [InlineData("## **Root Cause(s)**", "rootCause")]
    [InlineData("## 5 Whys", "rootCause")]
    [InlineData("## Contributing Factors (findings)", "rootCause")]
    [InlineData("## Resolution and recovery {#resolution}", "resolution")]
    [InlineData("## Timeline of events – all times UTC", "timeline")]
    [InlineData("## Problems/Timeline", "timeline")]
    [InlineData("## How'd We Do?", "lessons")]
    [InlineData("## Lessons Learnt", "lessons")]
    [InlineData("## Action Items & Followups", "actionItems")]
    [InlineData("## How will we do better in the future?", "actionItems")]
    [InlineData("## Détection", "detection")]
    [InlineData("## Cronología", "timeline")]
    [InlineData("## Lições aprendidas", "lessons")]
    [InlineData("## Nächste Schritte", "actionItems")]
    [InlineData("## 根本原因", "rootCause")]
    [InlineData("## 再発防止対策", "actionItems")]
    [InlineData("## 時系列", "timeline")]
    [InlineData("## うまくいったこと", "lessons")]
    [InlineData("## 事件时间线", "timeline")]
    [InlineData("## 影响范围", "impact")]
    [InlineData("## 요약", "summary")]
    [InlineData("## 타임라인", "timeline")]
    [InlineData("## 근본 원인", "rootCause")]
    [InlineData("## 재발 방지 대책", "actionItems")]
    [InlineData("## Oś czasu", "timeline")]
    [InlineData("## Przyczyna źródłowa", "rootCause")]
    [InlineData("## Co poszło dobrze", "lessons")]
    [InlineData("## Działania naprawcze", "actionItems")]
    [InlineData("## Корневая причина", "rootCause")]
    [InlineData("## Хронология событий", "timeline")]
    [InlineData("## Извлечённые уроки", "lessons")]
    [InlineData("## Wo wir Glück hatten", "lessons")]
    [InlineData("## Où nous avons eu de la chance", "lessons")]
    [InlineData("## Acciones preventivas", "actionItems")]
    [InlineData("## Fattore scatenante", "trigger")]
    [InlineData("## Impacto nos usuários", "impact")]
    [InlineData("## Wat ging er mis?", "lessons")]
    [InlineData("Impact\n------", "impact")]
    [InlineData("**Impact**", "impact")]
    [InlineData("**Impact:**", "impact")]
    [InlineData("Impact:", "impact")]
    [InlineData("##Impact", "impact")]
    [InlineData("- **Impact**:", "impact")]
    public void Recognises_the_spelling(string heading, string key)
    {
        var text = heading.StartsWith('-') ? $"{heading}\n  words of the section" : $"{heading}\n\nwords of the section";

        var read = DocumentReader.Read("a.md", $"# Queue stopped\n\n{text}\n\n## Unheard of\n\nother words\n");

        read.Sections.GetValueOrDefault(key).ShouldBe("words of the section");
        read.Unread.ShouldHaveSingleItem().Heading.ShouldBe("Unheard of");
    }

    [Fact]
    public void Opens_a_known_part_on_any_level()
    {
        var read = DocumentReader.Read("a.md", "# Queue stopped\n\n# Timeline\n\n- 10:00 down\n\n## Impact\n\nLate.\n\n# Stats\n\n- Severity: high\n\n### Action items\n\n- Restart\n");

        read.Sections.Keys.ShouldBe(["timeline", "impact", "actionItems"]);
        read.Severity.ShouldBe("high");
    }

    [Fact]
    public void Keeps_unknown_subheadings_within_their_section()
    {
        var read = DocumentReader.Read("a.md", "# Queue stopped\n\n## Root cause\n\nThe pool.\n\n### How pools work\n\nLike this.\n\n## Impact\n\nLate.\n");

        read.Sections["rootCause"].ShouldBe("The pool.\n\n### How pools work\n\nLike this.");
        read.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("queue.md", "---\ntitle: Queue stopped\n---\n# Other", "Queue stopped")]
    [InlineData("queue.md", "+++\ntitle = \"Queue stopped\"\n+++\ntext", "Queue stopped")]
    [InlineData("queue.md", "# **Queue** [stopped](https://example.org)\n", "Queue stopped")]
    [InlineData("queue.md", "Queue stopped\n=============\n", "Queue stopped")]
    [InlineData("2026-05-04-queue-stopped.md", "## Summary\n\nIt stopped.", "Queue stopped")]
    [InlineData("archive/queue_stopped/index.md", "text", "Queue stopped")]
    [InlineData("3fa9c01b__v0.3.x-release.html.md.erb", "text", "v0.3.x release")]
    public void Finds_the_title(string name, string text, string title) => DocumentReader.Read(name, text).Title.ShouldBe(title);
}
