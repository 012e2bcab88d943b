namespace Postmortems.PatternEngine.Words;

/// <summary>Word lists live beside the code as data, inside the assembly.</summary>
internal static class DataFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is not in the assembly.");
        using var reader = new StreamReader(stream);

        while (reader.ReadLine() is { } line)
        {
            yield return line.Trim();
        }
    }
}
