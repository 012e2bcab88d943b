namespace Postmortems.Formats.Tests;

internal static class Fixture
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Documents");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static ReadDocument Read(string name) => DocumentReader.Read(name, Text(name));

    /// <summary>A document that is nothing but a timeline, one line an event.</summary>
    public static IReadOnlyList<ReadEntry> Timeline(params string[] lines) =>
        DocumentReader.Read("a.md", "# Queue stopped on 2026-05-04\n\n## Timeline\n\n" + string.Join('\n', lines)).Timeline;

    public static ReadEntry Entry(string line) => Timeline(line).ShouldHaveSingleItem();
}
