using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns.Related;

/// <summary>
/// What happened before that is related to an incident, while it is still open: by the words of its title, summary, timeline and causes so
/// far. Related, never the same: it says by what, and what stopped it then.
/// </summary>
public sealed class FindRelated(IDbContextFactory<PostmortemsDb> databases)
{
    public const int MostIncidents = 5;
    public const int MostPatterns = 2;

    private const int MostFixes = 5;

    /// <summary>Below it two texts only share the words that every incident has.</summary>
    private const double Alike = 0.1;

    /// <returns>Null when there is no such incident.</returns>
    public async Task<RelatedView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await ToldSoFar.ReadAsync(db, actor, number, cancel) is not { } told)
        {
            return null;
        }

        var nameless = await Nameless.ReadAsync(db, cancel);
        var past = await PastIncidents.WithWordsOfAsync(db, told, cancel);
        var incidents = Nearest(nameless.In(told.Text), past.Select(row => (row, nameless.In($"{row.Title}. {row.Summary} {string.Join(". ", row.Causes.Select(cause => cause.Statement))}"))), MostIncidents, StatementKind.Any);
        var causes = Nearest(nameless.In(told.Text), past.SelectMany(row => row.Causes).DistinctBy(cause => cause.Id).Where(cause => cause.Pattern is not null).Select(cause => (cause, nameless.In(cause.Statement))), top: 20, StatementKind.Cause);

        var patterns = causes
            .GroupBy(near => near.Item.Pattern!.Value)
            .OrderByDescending(pattern => pattern.Sum(near => near.Score))
            .Take(MostPatterns)
            .Select(pattern => (Number: pattern.Key, By: By(pattern.SelectMany(near => near.By))))
            .ToList();

        var stopped = await StoppedThen.OfAsync(db, told.Id, [.. incidents.Select(near => near.Item.Id)], [.. patterns.Select(pattern => pattern.Number)], cancel);

        var roles = await RolesOfStatements.ForAsync(db, actor, [], incidents.Select(near => near.Item.Number).Concat(stopped.Patterns.SelectMany(fixes => fixes).Select(fix => fix.Incident)), cancel);

        return new RelatedView(
            [.. incidents.Select(near => new RelatedIncident(near.Item.Number, roles.OfIncident(near.Item.Number, near.Item.Title), near.Item.ListedAt, By(near.By), Fixes(stopped.Incidents[near.Item.Id])))],
            [.. patterns.Select(pattern => new RelatedPattern(pattern.Number, stopped.Names[pattern.Number].First(), pattern.By, Fixes(stopped.Patterns[pattern.Number])))]);

        IReadOnlyList<StoppingFix> Fixes(IEnumerable<StoppingFix> told) => [.. told.Take(MostFixes).Select(fix => fix with { Text = roles.OfIncident(fix.Incident, fix.Text) })];
    }

    private static List<Near<T>> Nearest<T>(string question, IEnumerable<(T Item, string Text)> among, int top, StatementKind kind)
    {
        var items = among.ToList();
        var index = new SimilarityIndex(items.Select((item, place) => new Statement($"{place}", item.Text, Kind: kind)));

        return
        [
            .. index.Find(new Statement("", question, Kind: kind), top)
                .Where(similar => similar.Score >= Alike && similar.SharedTerms.Count + (2 * similar.SharedConcepts.Count) >= 2)
                .Select(similar => new Near<T>(items[int.Parse(similar.Id, System.Globalization.CultureInfo.InvariantCulture)].Item, similar.Score, [.. similar.SharedConcepts, .. similar.SharedTerms])),
        ];
    }

    private static IReadOnlyList<string> By(IEnumerable<string> words) => [.. words.Distinct(StringComparer.OrdinalIgnoreCase).Take(6)];

    private sealed record Near<T>(T Item, double Score, IReadOnlyList<string> By);
}

/// <summary>Nearest first; both lists are empty where nothing told so far was told before.</summary>
public sealed record RelatedView(IReadOnlyList<RelatedIncident> Incidents, IReadOnlyList<RelatedPattern> Patterns);

/// <param name="By">The words and things that both speak of.</param>
public sealed record RelatedIncident(int Number, string Title, DateTimeOffset At, IReadOnlyList<string> By, IReadOnlyList<StoppingFix> Stopped);

public sealed record RelatedPattern(int Number, string Name, IReadOnlyList<string> By, IReadOnlyList<StoppingFix> Stopped);

/// <summary>A fix step that ended or eased the impact then.</summary>
public sealed record StoppingFix(int Incident, string Text, Timeline.FixEffect Effect, int? Minutes);
