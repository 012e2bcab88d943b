using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Which template is offered first. What a service wants goes before what a severity wants, and both before the usual one.</summary>
/// <param name="Usual">The key of the one for everything else.</param>
public sealed record TemplateRules(IReadOnlyList<ServiceTemplate> Services, IReadOnlyDictionary<Severity, string> Severities, string? Usual)
{
    /// <summary>A mark of all of them, by which somebody who changes them finds that somebody else did.</summary>
    public string Mark => string.Join(
        '|',
        Services.OrderBy(s => s.Service.Id).Select(s => $"{s.Service.Id:n}={s.Template}")
            .Concat(Severities.OrderBy(s => s.Key).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}={s.Value}")))
            .Append(Usual ?? ""));

    /// <param name="known">The keys of the templates that can be chosen; rules for others count for nothing.</param>
    public TemplateSuggestion Suggest(IReadOnlyCollection<string> known, IReadOnlyCollection<Guid> services, Severity? severity)
    {
        if (Services.FirstOrDefault(rule => services.Contains(rule.Service.Id) && known.Contains(rule.Template)) is { } service)
        {
            return new TemplateSuggestion(service.Template, $"Chosen because {service.Service.Name} was affected.");
        }

        if (severity is { } level && Severities.TryGetValue(level, out var wanted) && known.Contains(wanted))
        {
            return new TemplateSuggestion(wanted, $"Chosen because the incident is {Say(level)}.");
        }

        return Usual is { } usual && known.Contains(usual)
            ? new TemplateSuggestion(usual, "Chosen because it is the team's usual one.")
            : new TemplateSuggestion(Template.All[0].Key, null);
    }

    public static string Say(Severity severity) => severity switch
    {
        Severity.NearMiss => "a near miss",
        Severity.Unknown => "of a severity that nobody has said",
        _ => $"SEV {severity.ToString()[^1]}",
    };

    internal static async Task<TemplateRules> ReadAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var rules = await db.TemplateRules
            .OrderBy(rule => db.Services.Where(s => s.Id == rule.ServiceId).Select(s => s.Name).FirstOrDefault())
            .Select(rule => new { rule.ServiceId, rule.Severity, rule.Template, Service = db.Services.Where(s => s.Id == rule.ServiceId).Select(s => s.Name).FirstOrDefault() })
            .ToListAsync(cancel);

        return new TemplateRules(
            [.. rules.Where(rule => rule.ServiceId is not null).Select(rule => new ServiceTemplate(new ServiceChoice(rule.ServiceId!.Value, rule.Service!), rule.Template))],
            rules.Where(rule => rule.Severity is not null).ToDictionary(rule => rule.Severity!.Value, rule => rule.Template),
            rules.Find(rule => rule.ServiceId is null && rule.Severity is null)?.Template);
    }
}

public sealed record ServiceTemplate(ServiceChoice Service, string Template);

public sealed record ServiceChoice(Guid Id, string Name);

/// <param name="Reason">A sentence for whoever begins to write; null when nobody chose anything.</param>
public sealed record TemplateSuggestion(string Template, string? Reason);
