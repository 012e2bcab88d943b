using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Which template is offered first: for a service, for a severity, or, with neither, for everything else.</summary>
public sealed class TemplateRule
{
    private TemplateRule()
    {
    }

    public TemplateRule(Guid? serviceId, Severity? severity, string template)
    {
        ServiceId = serviceId;
        Severity = severity;
        Template = template;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid? ServiceId { get; private set; }

    public Severity? Severity { get; private set; }

    /// <summary>Its key.</summary>
    public string Template { get; private set; } = "";
}

internal sealed class TemplateRuleMapping : IEntityTypeConfiguration<TemplateRule>
{
    public void Configure(EntityTypeBuilder<TemplateRule> rule)
    {
        rule.Property(r => r.Template).HasMaxLength(40);
        rule.HasOne<Service>().WithMany().HasForeignKey(r => r.ServiceId);
    }
}
