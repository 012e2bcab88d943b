using System.CommandLine;
using System.Text.Json;
using Postmortems.Cli.Commands;

namespace Postmortems.PatternEngine.Tests;

public sealed class CommandTests : IDisposable
{
    private const string Causes = """
        {"id":"a1","text":"The TLS certificate expired because renewal is a manual step.","service":"checkout","minutes":30}
        {"id":"c1","text":"A pigeon nested in the cooling duct of the old office."}

        {"id":"a2","text":"Nobody renewed the cert by hand before it expired."}
        {"id":"a3","text":"Expired certificate on the gateway, the renewal reminder went nowhere.","leaf":null}
        {"id":"c2","text":"The translation of the refund mail promised the wrong sum."}
        """;

    private readonly string file = Path.GetTempFileName();

    private readonly string beside = Path.GetTempFileName();

    public void Dispose()
    {
        File.Delete(file);
        File.Delete(beside);
    }

    [Fact]
    public void Patterns_prints_one_line_a_statement_in_the_same_order()
    {
        var (exit, lines, _) = Run(PatternsCommand.Create(), Causes, "--kind", "causes");

        exit.ShouldBe(0);
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["a1", "c1", "a2", "a3", "c2"]);
        lines.Select(l => l.GetProperty("pattern").GetString()).ShouldBe(["p1", null, "p1", "p1", null]);
        lines[0].GetProperty("strength").GetDouble().ShouldBeInRange(0.5, 1);
        lines[0].EnumerateObject().Select(p => p.Name).ShouldBe(["id", "pattern", "strength"]);
    }

    [Fact]
    public void Patterns_explains_when_asked()
    {
        var (_, lines, _) = Run(PatternsCommand.Create(), Causes, "--kind", "causes", "--explain");

        lines[2].GetProperty("sharedTerms").EnumerateArray().Select(t => t.GetString()).ShouldContain("cert");
        lines[2].GetProperty("name").GetString().ShouldBe(lines[0].GetProperty("name").GetString());
        lines[2].GetProperty("quotes").EnumerateArray().Select(q => q.GetProperty("id").GetString()).ShouldBeSubsetOf(["a1", "a2", "a3"]);
        lines[2].GetProperty("against").EnumerateArray().Select(t => t.GetString()).ShouldBe(["Nobody"]);
    }

    [Fact]
    public void Patterns_places_what_came_later_and_moves_nothing_else()
    {
        File.WriteAllText(beside, """
            {"id":"n1","text":"The cert had expired, renewal by hand was forgotten."}
            {"id":"n2","text":"Another pigeon nested in the cooling duct."}
            {"id":"n3","text":"The printer ate the parking permits."}
            """);

        var (exit, lines, _) = Run(PatternsCommand.Create(), Causes, "--kind", "causes", "--later", beside);

        exit.ShouldBe(0);
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["a1", "c1", "a2", "a3", "c2", "n1", "n2", "n3"]);
        lines.Select(l => l.GetProperty("pattern").GetString()).ShouldBe(["p1", "p2", "p1", "p1", null, "p1", "p2", null]);
    }

    [Fact]
    public void Patterns_keeps_to_what_people_decided()
    {
        File.WriteAllText(beside, """
            {"together":["c1","c2"]}
            {"apart":["a1","a2"]}
            {"apart":["a1","a3"]}
            """);

        var (_, lines, _) = Run(PatternsCommand.Create(), Causes, "--kind", "causes", "--decisions", beside);

        var patterns = lines.ToDictionary(l => l.GetProperty("id").GetString()!, l => l.GetProperty("pattern").GetString());
        patterns["c1"].ShouldNotBeNull().ShouldBe(patterns["c2"]);
        patterns["a1"].ShouldBeNull();
        patterns["a2"].ShouldNotBeNull().ShouldBe(patterns["a3"]);
    }

    [Theory]
    [InlineData("""{"together":["a1"]}""", "line 1: a line needs together or apart, with two ids.")]
    [InlineData("""{"together":["a1","a2"]}""" + "\n" + """{"apart":["a1","a2"]}""", "Two statements are decided to be together and apart.")]
    public void A_faulty_decision_is_one_sentence(string decisions, string sentence)
    {
        File.WriteAllText(beside, decisions);

        var (exit, _, error) = Run(PatternsCommand.Create(), Causes, "--kind", "causes", "--decisions", beside);

        exit.ShouldBe(2);
        error.ShouldContain(sentence);
    }

    [Fact]
    public void Similar_explains_when_asked()
    {
        var (_, lines, _) = Run(SimilarCommand.Create(), Causes, "--kind", "causes", "--top", "1", "--explain");

        var near = lines[2].GetProperty("similar").EnumerateArray().Single();
        near.GetProperty("sharedConcepts").EnumerateArray().Select(c => c.GetString()).ShouldContain("A certificate ran past its validity");
        near.GetProperty("sharedTerms").EnumerateArray().Select(t => t.GetString()).ShouldContain("cert");
        near.GetProperty("quotes").EnumerateArray().Select(q => q.GetProperty("id").GetString()).ShouldBe(["a2", near.GetProperty("id").GetString()]);
        near.GetProperty("against").GetArrayLength().ShouldBeGreaterThan(0);
        lines[2].GetProperty("runnerUp").GetProperty("nearness").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Similar_prints_the_best_first_and_never_itself()
    {
        var (exit, lines, _) = Run(SimilarCommand.Create(), Causes, "--kind", "causes", "--top", "2");

        exit.ShouldBe(0);

        var similar = lines[0].GetProperty("similar").EnumerateArray().ToArray();
        similar.Select(s => s.GetProperty("id").GetString()).ShouldBe(["a2", "a3"], ignoreOrder: true);
        similar[0].GetProperty("score").GetDouble().ShouldBeGreaterThanOrEqualTo(similar[1].GetProperty("score").GetDouble());
    }

    [Theory]
    [InlineData("""{"id":"a","text":"x"}""" + "\n" + """{"id":"a","text":"y"}""", "line 2: the id a stands twice.")]
    [InlineData("""{"id":"a"}""", "line 1: a line needs an id and a text.")]
    [InlineData("[1, 2", "line 1: this is not a JSON object")]
    public void Bad_input_is_one_sentence_and_exit_code_2(string input, string sentence)
    {
        var (exit, lines, error) = Run(PatternsCommand.Create(), input, "--kind", "fixes");

        exit.ShouldBe(2);
        lines.ShouldBeEmpty();
        error.ShouldContain(sentence);
        error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private (int Exit, JsonElement[] Lines, string Error) Run(Command command, string input, params string[] options)
    {
        File.WriteAllText(file, input);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = command.Parse([.. options, file]).Invoke(new InvocationConfiguration { Output = output, Error = error });

        return (
            exit,
            [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)],
            error.ToString());
    }
}
