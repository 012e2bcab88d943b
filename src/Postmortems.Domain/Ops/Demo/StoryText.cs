namespace Postmortems.Domain.Ops.Demo;

/// <summary>Reads the Markdown that stands beside the stories.</summary>
internal static class StoryText
{
    public static string Of(string name)
    {
        using var stream = typeof(StoryText).Assembly.GetManifestResourceStream($"demo/{name}.md")
            ?? throw new InvalidOperationException($"No story text is called {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
