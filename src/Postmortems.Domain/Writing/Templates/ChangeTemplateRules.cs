using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Somebody says which template is offered first, and for what.</summary>
public sealed class ChangeTemplateRules(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="mark">Of the rules that the writer saw.</param>
    public async Task<Saved> RunAsync(Actor actor, TemplateRuleFacts facts, string mark, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('template_rules', 35))", cancel);

        if ((await TemplateRules.ReadAsync(db, cancel)).Mark != mark)
        {
            return Saved.ChangedMeanwhile;
        }

        var own = await db.TeamTemplates.Select(t => t.Id).ToListAsync(cancel);
        var rules = facts.ToRules();

        if (rules.Any(rule => Template.Find(rule.Template) is null && !(TeamTemplate.IdOf(rule.Template) is { } id && own.Contains(id))))
        {
            throw new RuleBrokenException("template/unknown", "Choose templates from the lists.");
        }

        await db.TemplateRules.ExecuteDeleteAsync(cancel);
        db.AddRange(rules);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "template/rules", actor.UserId, $"{rules.Count} rules", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Saved.Done;
    }
}

public sealed record TemplateRuleFacts(IReadOnlyDictionary<Guid, string> Services, IReadOnlyDictionary<Severity, string> Severities, string? Usual)
{
    internal List<TemplateRule> ToRules() =>
    [
        .. Services.Select(rule => new TemplateRule(rule.Key, null, rule.Value)),
        .. Severities.Select(rule => new TemplateRule(null, rule.Key, rule.Value)),
        .. Usual is null ? (TemplateRule[])[] : [new TemplateRule(null, null, Usual)],
    ];
}
