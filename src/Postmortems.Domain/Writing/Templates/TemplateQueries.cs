using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Templates;

internal static class TemplateQueries
{
    /// <returns>The template that somebody chose, and which edition of it; the product's own have none.</returns>
    public static async Task<(Template Template, TemplateEdition? Edition)> ChosenAsync(PostmortemsDb db, string key, CancellationToken cancel)
    {
        if (Template.Find(key) is { } shipped)
        {
            return (shipped, null);
        }

        var edition = TeamTemplate.IdOf(key) is not { } id
            ? null
            : await (
                from own in db.TeamTemplates
                join told in db.TemplateEditions on new { TemplateId = own.Id, own.Edition } equals new { told.TemplateId, told.Edition }
                where own.Id == id && own.Deletion == null
                select told).AsNoTracking().SingleOrDefaultAsync(cancel);

        return edition is null
            ? throw new RuleBrokenException("postmortem/template", "Choose a template from the list. Somebody may have deleted the one you chose.")
            : (edition.ToTemplate(), edition);
    }
}
