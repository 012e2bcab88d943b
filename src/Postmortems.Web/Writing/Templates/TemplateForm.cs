using FluentValidation;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Web.Writing.Templates;

/// <summary>What somebody says about a template: its name and its sections.</summary>
public sealed class TemplateForm
{
    /// <summary>Made when the form is shown, so that sending it twice adds one template.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    /// <summary>"save", or what to do with the sections: "add", "up-2", "down-2", "remove-2".</summary>
    public string? Intent { get; set; }

    public string? Name { get; set; }

    public string? About { get; set; }

    /// <summary>A section of which a field could not be read arrives as null.</summary>
    public List<SectionForm> Sections { get; set => field = [.. value.Select(section => section ?? new SectionForm())]; } = [];

    public bool IsSaving => Intent is null or "save";

    public TemplateFacts ToFacts() => new(Name ?? "", About ?? "", [.. Sections.Select(section => section.ToSection())]);

    public static TemplateForm Of(Template template, string? name = null) =>
        new() { Name = name ?? template.Name, About = template.About, Sections = [.. template.Sections.Select(SectionForm.Of)] };

    /// <summary>Adds, moves or removes a section; what is typed in the others stays.</summary>
    public void Arrange()
    {
        var words = (Intent ?? "").Split('-');
        var place = words.Length == 2 && Shell.Asked.Number(words[1]) is { } number && number < Sections.Count ? number : -1;

        switch (words[0])
        {
            case "add" when Sections.Count < TemplateFacts.MostSections:
                Sections.Add(new SectionForm());
                break;
            case "up" when place > 0:
                (Sections[place - 1], Sections[place]) = (Sections[place], Sections[place - 1]);
                break;
            case "down" when place >= 0 && place + 1 < Sections.Count:
                (Sections[place + 1], Sections[place]) = (Sections[place], Sections[place + 1]);
                break;
            case "remove" when place >= 0:
                Sections.RemoveAt(place);
                break;
        }
    }
}

public sealed class SectionForm
{
    public string? Heading { get; set; }

    public string? Help { get; set; }

    public string? Start { get; set; }

    public DraftFacts Facts { get; set; }

    public int Level { get; set; } = 2;

    public TemplateSection ToSection() => new(Heading ?? "", Help ?? "", Facts, Level, Start ?? "");

    public static SectionForm Of(TemplateSection section) =>
        new() { Heading = section.Heading, Help = section.Help, Start = section.Start, Facts = section.Facts, Level = section.Level };
}

public sealed class TemplateFormRules : AbstractValidator<TemplateForm>
{
    public TemplateFormRules()
    {
        When(form => form.IsSaving, () =>
        {
            RuleFor(form => form.Name)
                .NotEmpty().WithMessage("Give the template the name by which people choose it.")
                .MaximumLength(TemplateFacts.LongestName).WithMessage($"Keep the name within {TemplateFacts.LongestName} characters.");
            RuleFor(form => form.About).MaximumLength(TemplateFacts.LongestAbout).WithMessage($"Say within {TemplateFacts.LongestAbout} characters what it is for.");
            RuleFor(form => form.Sections).NotEmpty().WithMessage("Add at least one section.");
            RuleForEach(form => form.Sections).SetValidator(new SectionRules());
        });
    }
}

internal sealed class SectionRules : AbstractValidator<SectionForm>
{
    public SectionRules()
    {
        RuleFor(section => section.Heading)
            .NotEmpty().WithMessage("Give the section a heading.")
            .MaximumLength(TemplateFacts.LongestHeading).WithMessage($"Keep the heading within {TemplateFacts.LongestHeading} characters.");
        RuleFor(section => section.Help).MaximumLength(TemplateFacts.LongestHelp).WithMessage($"Keep the help within {TemplateFacts.LongestHelp} characters.");
        RuleFor(section => section.Start).MaximumLength(TemplateFacts.LongestStart).WithMessage($"Keep the text within {TemplateFacts.LongestStart} characters.");
    }
}
