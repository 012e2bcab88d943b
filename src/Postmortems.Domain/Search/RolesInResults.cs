using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Search;

/// <summary>What was found, as readers see it who had no part in a postmortem that shows roles: without names, and not found by them.</summary>
internal static class RolesInResults
{
    private static readonly string[] OfPostmortems = [SearchKinds.Postmortem, SearchKinds.Cause, SearchKinds.ActionItem];
    private static readonly string[] OfIncidents = [SearchKinds.Incident, SearchKinds.TimelineEntry];

    public static async Task<SearchResults> ShownAsync(PostmortemsDb db, Actor actor, SearchResults results, CancellationToken cancel)
    {
        if (actor.MayEdit || results.Rows.Count == 0)
        {
            return results;
        }

        var about = await RolesOfMany.AboutAsync(db, [.. results.Rows.Where(row => OfIncidents.Contains(row.Kind)).Select(IncidentOf).Distinct()], cancel);
        var roles = await RolesOfMany.ForAsync(db, actor, about.SelectMany(postmortems => postmortems).Concat(results.Rows.Where(row => OfPostmortems.Contains(row.Kind)).Select(PostmortemOf)), cancel);

        return !roles.Any ? results : results with { Rows = [.. results.Rows.Select(ShownRow).OfType<FoundRow>()] };

        FoundRow? ShownRow(FoundRow row) => OfPostmortems.Contains(row.Kind) ? Shown(row, text => roles.In(PostmortemOf(row), text))
            : OfIncidents.Contains(row.Kind) ? Shown(row, text => roles.In(about[IncidentOf(row)], text))
            : row;
    }

    /// <returns>Null where nothing but a name was found.</returns>
    private static FoundRow? Shown(FoundRow row, Func<string, string> words)
    {
        var (title, text) = (Shown(row.Title, words), Shown(row.Text, words));

        if (title == row.Title && text == row.Text)
        {
            return row.Parent is { } kept ? row with { Parent = kept with { Title = words(kept.Title) } } : row;
        }

        var matches = row.Title.Pieces.Concat(row.Text.Pieces).Where(piece => piece.IsMatch).Select(piece => piece.Text).ToList();
        var isFoundByMore = matches.Exists(match => title.Plain.Contains(match, StringComparison.OrdinalIgnoreCase) || text.Plain.Contains(match, StringComparison.OrdinalIgnoreCase));

        return isFoundByMore ? row with { Title = title, Text = text, Parent = row.Parent is { } parent ? parent with { Title = words(parent.Title) } : null } : null;
    }

    /// <summary>A name may be marked in part, so what changes loses its marks.</summary>
    private static Excerpt Shown(Excerpt excerpt, Func<string, string> words) =>
        words(excerpt.Plain) is var shown && shown == excerpt.Plain ? excerpt : new Excerpt([new ExcerptPiece(shown, false)]);

    private static int PostmortemOf(FoundRow row) => row.Kind == SearchKinds.Postmortem ? row.Number : row.Parent?.Number ?? row.Number;

    private static int IncidentOf(FoundRow row) => row.Kind == SearchKinds.TimelineEntry ? row.Parent?.Number ?? row.Number : row.Number;
}
