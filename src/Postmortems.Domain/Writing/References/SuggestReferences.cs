using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Search;

namespace Postmortems.Domain.Writing.References;

/// <summary>What a writer may mean who typed # and the beginning of a number or any letters of a title.</summary>
public sealed class SuggestReferences(IDbContextFactory<PostmortemsDb> databases)
{
    public const int Most = 8;
    private const int LongestWords = 80;
    private const int Looked = 40;

    private static readonly Regex Numbered = new("^(?<kind>INC|PM|ACT|PAT)?[- ]?(?<number>[0-9]{0,9})$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <returns>Numbers that begin so first, then titles that begin so, then titles that hold it; the newest first among equals.</returns>
    public async Task<List<Suggestion>> RunAsync(Actor actor, string? words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var typed = Shortened.To(SearchWords.Tidy(words), LongestWords).TrimEnd('…');
        var numbered = Numbered.Match(typed);
        var kind = numbered.Groups["kind"].Success ? Reference.Find($"{numbered.Groups["kind"].Value}-1")?.Kind : null;
        var (from, to) = numbered.Groups["number"] is { Length: > 0 } number ? Ranges(int.Parse(number.Value, CultureInfo.InvariantCulture)) : ([], []);
        var looksByNumber = from.Length > 0;
        var part = $"%{Escaped(typed)}%";
        var beginning = $"{Escaped(typed)}%";

        // Nothing but a kind, or nothing at all, offers the newest.
        var looksByTitle = kind is null && !(looksByNumber && typed.Length < 3);
        var newest = kind is not null && !looksByNumber;

        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Database.SqlQuery<SuggestionRow>(
            $"""
            SELECT kind, number, title FROM (
                SELECT numbered.*, 0 AS place FROM (
                    SELECT {SearchKinds.Incident} AS kind, t.number, t.title::text AS title, t.listed_at AS at FROM unnest({from}, {to}) r(low, high) JOIN incidents t ON t.number BETWEEN r.low AND r.high WHERE t.deletion_at IS NULL
                    UNION ALL SELECT {SearchKinds.Postmortem}, t.number, t.title::text, t.created_at FROM unnest({from}, {to}) r(low, high) JOIN postmortems t ON t.number BETWEEN r.low AND r.high WHERE t.deletion_at IS NULL
                    UNION ALL SELECT {SearchKinds.ActionItem}, t.number, t.title::text, t.created_at FROM unnest({from}, {to}) r(low, high) JOIN action_items t ON t.number BETWEEN r.low AND r.high WHERE t.deletion_at IS NULL
                    UNION ALL SELECT {SearchKinds.Pattern}, t.number, t.name::text, t.created_at FROM unnest({from}, {to}) r(low, high) JOIN patterns t ON t.number BETWEEN r.low AND r.high WHERE t.faded_at IS NULL
                    ORDER BY 2 LIMIT {Looked}
                ) numbered WHERE {kind}::text IS NULL OR kind = {kind}
                UNION ALL
                (SELECT kind, number, title, at, CASE WHEN title ILIKE {beginning} THEN 1 ELSE 2 END FROM search_entries
                    WHERE {looksByTitle} AND part = 0 AND kind IN ({SearchKinds.Incident}, {SearchKinds.Postmortem}, {SearchKinds.ActionItem}, {SearchKinds.Pattern}) AND title ILIKE {part}
                    ORDER BY at DESC LIMIT {Looked})
                UNION ALL
                (SELECT kind, number, title, at, 3 FROM search_entries WHERE {newest} AND part = 0 AND kind = {kind} ORDER BY at DESC LIMIT {Most})
            ) found ORDER BY place, CASE WHEN place = 0 THEN number END, at DESC LIMIT {2 * Most}
            """).ToListAsync(cancel);

        return [.. found.Select(row => new Suggestion(new Reference(row.Kind, row.Number), row.Title)).DistinctBy(row => row.Is).Take(Most)];
    }

    /// <summary>Numbers that begin with these digits: 5, 50 to 59, 500 to 599, and so on.</summary>
    private static (int[] From, int[] To) Ranges(int number)
    {
        var ranges = new List<(int From, int To)>();

        for (long low = number, high = number; low is > 0 and < 1_000_000; low *= 10, high = (high * 10) + 9)
        {
            ranges.Add(((int)low, (int)high));
        }

        return ([.. ranges.Select(range => range.From)], [.. ranges.Select(range => range.To)]);
    }

    private static string Escaped(string typed) => Regex.Replace(typed, @"[\\%_]", @"\$0", RegexOptions.NonBacktracking);
}

public sealed record Suggestion(Reference Is, string Title);

internal sealed record SuggestionRow(string Kind, int Number, string Title);
