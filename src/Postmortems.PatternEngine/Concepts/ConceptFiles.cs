namespace Postmortems.PatternEngine.Concepts;

/// <summary>One file for each field of the trade.</summary>
internal static class ConceptFiles
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "security", "configuration", "release", "data", "capacity", "dependencies", "platform", "visibility", "time",
        "knowledge", "correctness", "hardware", "network", "suppliers", "orchestration", "clients", "streams", "analytics", "fixes",
    ];
}
