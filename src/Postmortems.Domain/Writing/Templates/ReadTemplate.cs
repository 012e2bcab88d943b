using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>One template of the team's own, to be changed or copied.</summary>
public sealed class ReadTemplate(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<TemplateView?> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        var row = await (
            from template in db.TeamTemplates.AsNoTracking()
            join edition in db.TemplateEditions on new { TemplateId = template.Id, template.Edition } equals new { edition.TemplateId, edition.Edition }
            join user in db.Users on edition.By equals user.Id
            where template.Id == id
            select new { Version = EF.Property<uint>(template, "Version"), template.Deletion, edition, user.DisplayName }).SingleOrDefaultAsync(cancel);

        return row is null ? null : new TemplateView(id, row.Version, row.Deletion, row.edition.ToTemplate(), row.edition.Edition, row.DisplayName, row.edition.At);
    }
}

public sealed record TemplateView(Guid Id, uint Version, Deletion? Deletion, Template Template, int Edition, string ChangedBy, DateTimeOffset ChangedAt);
