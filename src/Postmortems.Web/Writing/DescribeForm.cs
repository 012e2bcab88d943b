using FluentValidation;
using Postmortems.Domain.Writing;

namespace Postmortems.Web.Writing;

/// <summary>Title, people and incidents of a postmortem.</summary>
public sealed class DescribeForm
{
    public uint Version { get; set; }

    public string? Title { get; set; }

    public Guid OwnerId { get; set; }

    public Guid? FacilitatorId { get; set; }

    /// <summary>As people say them: "INC-214, 198".</summary>
    public string? Incidents { get; set; }

    /// <summary>What an amendment corrects.</summary>
    public string? Note { get; set; }

    public static DescribeForm Of(PostmortemHead head) => new()
    {
        Version = head.Version,
        Title = head.Title,
        OwnerId = head.Owner.Id,
        FacilitatorId = head.Facilitator?.Id,
        Incidents = string.Join(", ", head.Incidents.Select(incident => $"INC-{incident.Number}")),
    };

    public IReadOnlyList<int>? Numbers()
    {
        var said = (Incidents ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.StartsWith("INC-", StringComparison.OrdinalIgnoreCase) ? word[4..] : word)
            .Select(word => int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .ToList();

        return said.Count == 0 || said.Contains(null) ? null : [.. said.OfType<int>().Distinct()];
    }
}

internal sealed class DescribeRules : AbstractValidator<DescribeForm>
{
    public DescribeRules()
    {
        RuleFor(form => form.Title).NotEmpty().WithMessage("Give it a title that says what people noticed.");
        RuleFor(form => form.Title).MaximumLength(Postmortem.LongestTitle).WithMessage($"A title holds up to {Postmortem.LongestTitle} characters.");
        RuleFor(form => form.OwnerId).NotEmpty().WithMessage("Choose who sees the writing through.");
        RuleFor(form => form.Incidents).Must((form, _) => form.Numbers() is not null).WithMessage("Give at least one incident by its number, such as INC-214.");
    }
}
