using System.CommandLine;
using System.Text.Json;
using Postmortems.Cli.Commands;

namespace Postmortems.Language.Tests;

public sealed class CheckingOnTheCommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Names_line_and_column_and_is_strict_only_when_asked()
    {
        var file = Stored("a.md", "All well.\n🙂 The engineer should have\nchecked it.\n");

        var (exit, lines) = Run(file, "--format", "json");
        var finding = JsonDocument.Parse(lines.ShouldHaveSingleItem()).RootElement;

        exit.ShouldBe(0);
        (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()).ShouldBe((2, 4));
        finding.GetProperty("rule").GetString().ShouldBe("hindsight/should-have");
        Run(file, "--strict").Exit.ShouldBe(1);
    }

    [Fact]
    public void Passes_over_what_the_baseline_knows()
    {
        var file = Stored("a.md", "The cause was human error.\n");
        var baseline = Stored("known.txt", string.Join('\n', Run(file, "--write-baseline").Lines));

        Run(file, "--strict", "--baseline", baseline).ShouldSatisfyAllConditions(known => known.Exit.ShouldBe(0), known => known.Lines.ShouldBeEmpty());

        File.AppendAllText(file, "\nAgain it was human error.\n");
        Run(file, "--strict", "--baseline", baseline).Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public void Takes_own_phrases_and_leaves_rules_out()
    {
        var file = Stored("a.md", "The cause was human error. It was the usual suspect.\n");
        var settings = Stored("check.json", """{ "rulesOff": ["label"], "phrases": [{ "phrase": "usual suspect", "question": "Which one?" }] }""");

        Run(file, "--settings", settings).Lines.ShouldHaveSingleItem().ShouldContain("Which one?");
        Run(file, "--settings", Stored("wrong.json", """{ "rulesOff": ["lable"] }""")).Exit.ShouldBe(2);
    }

    [Fact]
    public void Reads_each_file_in_its_language_or_in_the_one_it_is_told()
    {
        var brief = Stored("kurz.md", "Menschliches Versagen.\n");
        var file = Stored("a.md", "Der Ausfall begann um zehn und wurde spät bemerkt. Ursache: menschliches Versagen.\n");

        Run(file).Lines.ShouldHaveSingleItem().ShouldContain("menschliches Versagen");
        Run(brief).Lines.ShouldBeEmpty();
        Run(brief, "--language", "de").Lines.ShouldHaveSingleItem();
        Run(brief, "--language", "xx").Exit.ShouldNotBe(0);
    }

    [Fact]
    public void Writes_sarif_that_points_at_the_place()
    {
        var (_, lines) = Run(Stored("a.md", "It was\nhuman error.\n"), "--format", "sarif");

        var log = JsonDocument.Parse(lines.ShouldHaveSingleItem()).RootElement;
        var run = log.GetProperty("runs")[0];
        var region = run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");

        log.GetProperty("version").GetString().ShouldBe("2.1.0");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString().ShouldBe("label/human-error");
        (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()).ShouldBe((2, 1, 12));
    }

    [Fact]
    public void Reads_the_markdown_of_a_folder_and_nothing_hidden_in_it()
    {
        Stored("b.md", "The cause was human error.\r\n");
        Stored("a.markdown", "\ufeffThe cause was human error.\n");
        Stored("notes.txt", "The cause was human error.\n");
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        Stored(".git/c.md", "The cause was human error.\n");

        Run(folder).Lines.Select(line => line[..line.IndexOf(": “", StringComparison.Ordinal)])
            .ShouldBe([$"{Path.Combine(folder, "a.markdown")}:1:15", $"{Path.Combine(folder, "b.md")}:1:15"]);
        Run(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName).Exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("GIF\0\u0001", "{}", "is no text")]
    [InlineData("All well.", """{ "phrase": [] }""", "this is no setting of the check")]
    [InlineData("All well.", "{\n{", "settings.json, line 2")]
    public void Says_in_a_sentence_what_cannot_be_read(string text, string settings, string sentence)
    {
        var error = new StringWriter();

        var exit = CheckCommand.Create().Parse([Stored("a.md", text), "--settings", Stored("settings.json", settings)]).Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = error });

        exit.ShouldBe(2);
        error.ToString().ShouldContain(sentence);
        error.ToString().ShouldNotContain("System.");
    }

    [Fact]
    public void Reads_lines_of_ids_and_texts_in_order()
    {
        var (exit, lines) = Run(Stored("a.jsonl", "{\"id\":\"1\",\"text\":\"All well.\"}\n{\"id\":\"2\",\"text\":\"It was human error.\"}\n"), "--jsonl");

        exit.ShouldBe(0);
        lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("findings").GetArrayLength()).ShouldBe([0, 1]);
        Run(Stored("b.jsonl", "nonsense\n"), "--jsonl").Exit.ShouldBe(2);
    }

    private static (int Exit, string[] Lines) Run(params string[] args)
    {
        var output = new StringWriter();
        var exit = CheckCommand.Create().Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });

        return (exit, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private string Stored(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
