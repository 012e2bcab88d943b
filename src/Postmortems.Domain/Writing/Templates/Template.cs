namespace Postmortems.Domain.Writing.Templates;

/// <summary>The sections in which a team writes, with a question or two for each. Headings keep their owner's names.</summary>
public sealed record Template(string Key, string Name, string About, IReadOnlyList<TemplateSection> Sections)
{
    /// <summary>Said of documents that were written elsewhere.</summary>
    public const string Imported = "imported";

    /// <summary>How the keys of the team's own begin.</summary>
    public const string Team = "team/";

    /// <summary>Those that the product brings.</summary>
    public static IReadOnlyList<Template> All => [GoogleSre.Template, PagerDuty.Template, Atlassian.Template, Howie.Template, AwsCoe.Template, Plain.Template];

    public static Template? Find(string key) => All.FirstOrDefault(template => template.Key == key);

    public TemplateSection? SectionOf(string heading) =>
        Sections.FirstOrDefault(section => section.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Help">Shown while writing, never part of the text.</param>
/// <param name="Facts">What is known and can be written there before anybody has typed.</param>
/// <param name="Level">Two for a section, three for a part of the section above it.</param>
/// <param name="Start">Text that each document begins with there; live blocks may stand in it.</param>
public sealed record TemplateSection(string Heading, string Help, DraftFacts Facts = DraftFacts.None, int Level = 2, string Start = "")
{
    /// <summary>Readers start here; without it a document is not ready.</summary>
    public bool IsSummary => Facts == DraftFacts.Summary;

    internal TemplateSection Tidy() => this with { Heading = Heading.Trim(), Help = Help.Trim(), Start = DocumentText.Accept(Start).Trim('\n') };
}

public enum DraftFacts
{
    None,
    Head,
    Summary,
    Impact,
    Detection,
    Resolution,
    Timeline,
    People,
    Causes,
    ActionItems,
}
