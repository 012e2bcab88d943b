namespace Postmortems.Formats.Source;

/// <summary>Which of the three formats a file is in: by its ending, else by how it looks.</summary>
internal static class SourceFormat
{
    public const string Markdown = "markdown";
    public const string Html = "html";
    public const string Text = "text";

    private static readonly string[] TemplateEndings = [".erb", ".j2", ".liquid", ".tmpl", ".tt"];

    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<body", "<article", "<ac:", "<?xml"];

    public static string Of(string fileName, string[] lines)
    {
        var name = fileName.ToLowerInvariant();

        foreach (var ending in TemplateEndings)
        {
            name = name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
        }

        return Path.GetExtension(name) switch
        {
            ".md" or ".markdown" or ".mdx" or ".mkd" or ".mdown" or ".qmd" or ".rmd" => Markdown,
            ".html" or ".htm" or ".xhtml" => Html,
            ".txt" or ".text" or ".log" or ".wiki" or ".mediawiki" => LooksLikeHtml(lines) ? Html : Text,
            _ => LooksLikeHtml(lines) ? Html : LooksLikeMarkdown(lines) ? Markdown : Text,
        };
    }

    private static bool LooksLikeHtml(string[] lines)
    {
        var first = Array.Find(lines, line => !string.IsNullOrWhiteSpace(line))?.TrimStart() ?? "";

        return Array.Exists(Beginnings, beginning => first.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
    }

    private static bool LooksLikeMarkdown(string[] lines) =>
        Array.Exists(lines, line =>
            line.StartsWith("# ", StringComparison.Ordinal)
            || line.StartsWith("## ", StringComparison.Ordinal)
            || line.StartsWith("|--", StringComparison.Ordinal)
            || line.StartsWith("| --", StringComparison.Ordinal)
            || line.StartsWith("- **", StringComparison.Ordinal)
            || line.StartsWith("- [ ]", StringComparison.Ordinal));
}
