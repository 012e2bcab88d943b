namespace Postmortems.Domain.Writing.Templates;

/// <summary>What people say about a template of their own.</summary>
public sealed record TemplateFacts(string Name, string About, IReadOnlyList<TemplateSection> Sections)
{
    public const int LongestName = 80;
    public const int LongestAbout = 300;
    public const int LongestHeading = 120;
    public const int LongestHelp = 1000;
    public const int LongestStart = 10_000;
    public const int MostSections = 40;

    internal void MustBeComplete()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || About.Length > LongestAbout)
        {
            throw new RuleBrokenException("template/name", $"Give the template a name of at most {LongestName} characters.");
        }

        if (Sections.Count is 0 or > MostSections)
        {
            throw new RuleBrokenException("template/sections", $"A template has between one and {MostSections} sections.");
        }

        foreach (var (i, section) in Sections.Index())
        {
            if (Refusal(section) is { } refusal)
            {
                throw new RuleBrokenException("template/section", $"Section {i + 1}: {refusal}");
            }
        }
    }

    private static string? Refusal(TemplateSection section) => section switch
    {
        { Heading: var heading } when string.IsNullOrWhiteSpace(heading) || heading.Length > LongestHeading || heading.Any(char.IsControl) => $"give it a heading of one line and at most {LongestHeading} characters.",
        { Help.Length: > LongestHelp } => $"keep the help within {LongestHelp} characters.",
        { Start.Length: > LongestStart } => $"keep the text to begin with within {LongestStart} characters.",
        { Level: not (2 or 3) } => "choose a section or a part of one.",
        _ => Enum.IsDefined(section.Facts) ? null : "choose what is filled in.",
    };
}
