using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Search;

/// <summary>Finds incidents, postmortems, timeline entries, causes, action items, services and patterns by the words in them.</summary>
public sealed class SearchEverything(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 20;

    /// <summary>A search that takes longer is refused with a sentence instead of keeping the database busy.</summary>
    private const int PatienceSeconds = 5;

    public async Task<SearchResults> RunAsync(Actor actor, SearchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var words = SearchWords.Of(request.Words);

        if (words.Whole.Length == 0)
        {
            return SearchResults.Nothing;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        try
        {
            var results = await RolesInResults.ShownAsync(db, actor, await FindAsync(connection, words, request, cancel), cancel);
            var jump = request.IsFiltered || request.After is not null ? null : await JumpAsync(db, request.Words, cancel);

            return results.Rows.Count > 0 || request.After is not null || jump is not null
                ? results with { Jump = jump }
                : await IsTooCommonAsync(connection, words, request, cancel)
                    ? results with { IsTooCommon = true }
                    : results with { DidYouMean = await GuessAsync(connection, request.Words, cancel) };
        }
        catch (NpgsqlException slow) when (slow.InnerException is TimeoutException)
        {
            return SearchResults.Nothing with { IsTooBroad = true };
        }
    }

    private static async Task<SearchResults> FindAsync(NpgsqlConnection connection, SearchWords words, SearchRequest request, CancellationToken cancel)
    {
        await using var command = Command(connection, SearchSql.Page, words, request);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(FoundRow Row, int Score, DateTimeOffset At)>();
        var found = 0;
        var isCapped = false;

        while (await reader.ReadAsync(cancel))
        {
            rows.Add((Read(reader), (int)reader["score"], reader.GetFieldValue<DateTimeOffset>(reader.GetOrdinal("at"))));
            found = (int)reader["found"];
            isCapped = (bool)reader["is_capped"];
        }

        var shown = rows.Take(PageSize).ToList();
        return new SearchResults([.. shown.Select(row => row.Row)])
        {
            Count = Math.Min(found, SearchResults.MostRanked),
            IsCapped = isCapped,
            Next = rows.Count > PageSize ? new SearchKey(shown[^1].Score, shown[^1].At, shown[^1].Row.SubjectId).ToString() : null,
        };
    }

    private static FoundRow Read(NpgsqlDataReader row)
    {
        var kind = (string)row["kind"];
        return new FoundRow(
            (Guid)row["subject_id"],
            kind,
            (int)row["number"],
            Excerpt.Of((string)row["title_marked"], (string)row["title"]),
            Excerpt.Of((string)row["body_marked"], (string)row["body"]),
            row["severity"] is string severity ? Enum.Parse<Severity>(severity) : null,
            row["state"] as string,
            (bool)row["is_told"] ? row.GetFieldValue<DateTimeOffset>(row.GetOrdinal("at")) : null,
            (string[])row["services"],
            row["parent_number"] is int number
                ? new ParentOfFound(kind == SearchKinds.TimelineEntry ? SearchKinds.Incident : SearchKinds.Postmortem, number, (string)row["parent_title"])
                : null);
    }

    private static async Task<Reference?> JumpAsync(PostmortemsDb db, string words, CancellationToken cancel)
    {
        var asked = Reference.Find(words);
        var number = asked?.Number ?? 0;
        var exists = asked?.Kind switch
        {
            SearchKinds.Incident => await db.Incidents.AnyAsync(i => i.Number == number && i.Deletion == null, cancel),
            SearchKinds.Postmortem => await db.Postmortems.AnyAsync(p => p.Number == number && p.Deletion == null, cancel),
            SearchKinds.ActionItem => await db.ActionItems.AnyAsync(a => a.Number == number && a.Deletion == null, cancel),
            SearchKinds.Pattern => await db.Patterns.AnyAsync(p => p.Number == number, cancel),
            _ => false,
        };

        return exists ? asked : null;
    }

    private static async Task<bool> IsTooCommonAsync(NpgsqlConnection connection, SearchWords words, SearchRequest request, CancellationToken cancel)
    {
        await using var command = Command(connection, SearchSql.IsEmpty, words, request);
        return words.Whole.Any(char.IsLetter) && await command.ExecuteScalarAsync(cancel) is true;
    }

    private static async Task<string?> GuessAsync(NpgsqlConnection connection, string typed, CancellationToken cancel)
    {
        var titles = new List<string>();

        await using (var command = new NpgsqlCommand(SearchSql.Titles, connection) { CommandTimeout = PatienceSeconds })
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                titles.Add(reader.GetString(0));
            }
        }

        if (NearbyWords.Correct(SearchWords.Tidy(typed), titles) is not { } guess)
        {
            return null;
        }

        await using var check = Command(connection, SearchSql.Exists, SearchWords.Of(guess), new SearchRequest(guess));
        return await check.ExecuteScalarAsync(cancel) is true ? guess : null;
    }

    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, SearchWords words, SearchRequest request)
    {
        var key = SearchKey.Read(request.After);
        return new NpgsqlCommand(sql, connection)
        {
            CommandTimeout = PatienceSeconds,
            Parameters =
            {
                new("whole", words.Whole),
                new("head", words.Head),
                new("prefix", words.Prefix),
                new("alternative", words.IsHeadAlternative),
                Optional("kind", request.Kind, NpgsqlDbType.Text),
                Optional("severity", request.Severity?.ToString(), NpgsqlDbType.Text),
                Optional("state", request.State, NpgsqlDbType.Text),
                Optional("service", request.ServiceId, NpgsqlDbType.Uuid),
                Optional("from", request.From?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
                Optional("before", request.Before?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
                new("newest", request.IsNewestFirst),
                new("key_score", key.Score),
                new("key_at", NpgsqlDbType.TimestampTz) { Value = key.At },
                new("key_id", key.SubjectId),
                new("most", SearchResults.MostRanked),
                new("size", PageSize),
                new("marks", $"{Excerpt.Start}{Excerpt.Stop}{Excerpt.Cut}"),
                new("options", $"StartSel=\"{Excerpt.Start}\",StopSel=\"{Excerpt.Stop}\",FragmentDelimiter=\"{Excerpt.Cut}\""),
            },
        };
    }

    private static NpgsqlParameter Optional(string name, object? value, NpgsqlDbType type) => new(name, type) { Value = value ?? DBNull.Value };
}
