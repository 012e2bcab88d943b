using FluentValidation;
using Postmortems.Domain.Causes;

namespace Postmortems.Web.Causes;

/// <summary>What writers say of a cause.</summary>
public sealed class CauseForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    public string? Statement { get; set; }

    public string? Detail { get; set; }

    public CauseRole Role { get; set; } = CauseRole.MadePossible;

    public Confidence Confidence { get; set; } = Confidence.Tentative;

    public string? Leaf { get; set; }

    public Guid? ServiceId { get; set; }

    public static CauseForm Of(CauseToChange cause) => new()
    {
        Id = cause.Id,
        Version = cause.Version,
        Statement = cause.Statement,
        Detail = cause.Detail,
        Role = cause.Role,
        Confidence = cause.Confidence,
        Leaf = cause.Leaf,
        ServiceId = cause.ServiceId,
    };

    public CauseStatement Said(IReadOnlyList<Guid> evidence) =>
        new(Statement ?? "", Role, Confidence, Detail ?? "", string.IsNullOrEmpty(Leaf) ? null : Leaf, ServiceId, evidence);
}

internal sealed class CauseRules : AbstractValidator<CauseForm>
{
    public CauseRules()
    {
        RuleFor(form => form.Statement).NotEmpty().WithMessage("State the condition that contributed, in one sentence.");
        RuleFor(form => form.Statement).MaximumLength(Cause.LongestStatement).WithMessage($"A statement holds up to {Cause.LongestStatement} characters. The rest fits below it.");
        RuleFor(form => form.Detail).MaximumLength(Cause.LongestDetail).WithMessage($"This holds up to {Cause.LongestDetail} characters.");
        RuleFor(form => form.Leaf).Must(leaf => string.IsNullOrEmpty(leaf) || Taxonomy.Find(leaf) is not null).WithMessage("Choose a kind of cause from the list, or leave it open.");
    }
}
