using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary>Findings as SARIF 2.1.0, which code hosts show beside the lines.</summary>
internal static class CheckSarif
{
    public static string Of(IReadOnlyList<CheckedFile> findings)
    {
        var rules = findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        return Output.Line(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new { Driver = new { Name = "postmortems", SemanticVersion = typeof(Rule).Assembly.GetName().Version!.ToString(3), Rules = rules.Select(id => Described(id, findings.First(finding => finding.Rule == id))) } },
                    ColumnKind = "utf16CodeUnits",
                    Results = findings.Select(finding => Result(finding, rules)),
                },
            },
        });
    }

    private static object Described(string id, CheckedFile finding) => new
    {
        Id = id,
        ShortDescription = new { Text = finding.Why },
        FullDescription = new { Text = finding.Question },
        DefaultConfiguration = new { Level = Level(finding) },
    };

    private static object Result(CheckedFile finding, List<string> rules) => new
    {
        RuleId = finding.Rule,
        RuleIndex = rules.IndexOf(finding.Rule),
        Level = Level(finding),
        Message = new { Text = $"“{finding.Match}”: {finding.Why} {finding.Question}" },
        Locations = new[]
        {
            new
            {
                PhysicalLocation = new
                {
                    ArtifactLocation = new { Uri = Uri.EscapeDataString(finding.File.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal) },
                    Region = new { StartLine = finding.Line, StartColumn = finding.Column, finding.EndLine, finding.EndColumn },
                },
            },
        },
    };

    /// <summary>Nothing that is said about language is an error.</summary>
    private static string Level(CheckedFile finding) => finding.Severity == "low" ? "note" : "warning";
}
