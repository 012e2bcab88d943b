using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>The team's own templates by name, and when each template is offered first.</summary>
public sealed class ListTemplates(IDbContextFactory<PostmortemsDb> databases)
{
    private const int Most = 200;

    public async Task<TemplateList> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        var own = await db.TeamTemplates
            .OrderBy(t => t.Name).ThenBy(t => t.Id)
            .Take(Most)
            .Select(t => new TemplateRow(t.Id, t.Name, t.About, t.Edition, t.Deletion != null))
            .ToListAsync(cancel);

        return new TemplateList(own, await TemplateRules.ReadAsync(db, cancel));
    }
}

public sealed record TemplateList(IReadOnlyList<TemplateRow> Own, TemplateRules Rules);

public sealed record TemplateRow(Guid Id, string Name, string About, int Edition, bool IsDeleted)
{
    public string Key => TeamTemplate.KeyOf(Id);
}
