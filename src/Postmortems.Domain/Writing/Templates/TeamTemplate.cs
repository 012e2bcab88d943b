using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>A template of the team's own. Every edition is kept, because postmortems that began from it show its help.</summary>
public sealed class TeamTemplate
{
    private TeamTemplate()
    {
    }

    public TeamTemplate(Guid id, TemplateFacts facts, Guid by, DateTimeOffset at)
    {
        Id = id;
        CreatedBy = by;
        CreatedAt = at;
        Tell(facts);
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string About { get; private set; } = "";

    /// <summary>Counts up by one with each change.</summary>
    public int Edition { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    /// <summary>By which rules and postmortems name it.</summary>
    public string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"{Template.Team}{id:n}";

    public static Guid? IdOf(string key) =>
        key.StartsWith(Template.Team, StringComparison.Ordinal) && Guid.TryParseExact(key.AsSpan(Template.Team.Length), "n", out var id) ? id : null;

    public void Tell(TemplateFacts facts)
    {
        facts.MustBeComplete();
        Name = facts.Name.Trim();
        About = facts.About.Trim();
        Edition++;
    }

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;
}

/// <summary>What a team's template said after one change. It never changes.</summary>
/// <param name="Told">Its sections, as JSON.</param>
public sealed record TemplateEdition(Guid TemplateId, int Edition, string Name, string About, string Told, Guid By, DateTimeOffset At)
{
    internal static TemplateEdition Of(TeamTemplate template, TemplateFacts facts, Guid by, DateTimeOffset at) =>
        new(template.Id, template.Edition, template.Name, template.About, JsonSerializer.Serialize(facts.Sections.Select(section => section.Tidy())), by, at);

    public Template ToTemplate() => new(TeamTemplate.KeyOf(TemplateId), Name, About, Sections);

    public IReadOnlyList<TemplateSection> Sections => JsonSerializer.Deserialize<List<TemplateSection>>(Told)!;
}

internal sealed class TeamTemplateMapping : IEntityTypeConfiguration<TeamTemplate>, IEntityTypeConfiguration<TemplateEdition>
{
    public void Configure(EntityTypeBuilder<TeamTemplate> template)
    {
        template.Property(t => t.Name).HasMaxLength(TemplateFacts.LongestName);
        template.Property(t => t.About).HasMaxLength(TemplateFacts.LongestAbout);
        template.ComplexProperty(t => t.Deletion);
        template.Property<uint>("Version").IsRowVersion();
        template.Ignore(t => t.Key);
    }

    public void Configure(EntityTypeBuilder<TemplateEdition> edition)
    {
        edition.HasKey(e => new { e.TemplateId, e.Edition });
        edition.Ignore(e => e.Sections);
        edition.HasOne<TeamTemplate>().WithMany().HasForeignKey(e => e.TemplateId);
    }
}
