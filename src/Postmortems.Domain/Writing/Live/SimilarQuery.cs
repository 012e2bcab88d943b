using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Writing.Live;

/// <summary>
/// Postmortems that tell of alike conditions. Search brings candidates that share rare words of the title and the causes; the
/// pattern engine weighs them and says what is alike.
/// </summary>
internal static class SimilarQuery
{
    private const int Candidates = 80;
    private const int LongestQuestion = 4000;

    /// <summary>Below it two texts only share the words that every postmortem has.</summary>
    private const double Alike = 0.08;

    public static async Task<IReadOnlyList<SimilarPostmortem>> SimilarToAsync(this PostmortemsDb db, Actor actor, PostmortemView view, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var question = Shortened.To(string.Join(". ", view.Causes.Select(cause => cause.Statement).Prepend(view.Head.Title)), LongestQuestion);
        var own = view.Head.Id;

        var found = await db.Database.SqlQuery<CandidateRow>(
            $"""
            WITH asked AS MATERIALIZED (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words FROM unnest(to_tsvector('english', {question}))),
            hits AS MATERIALIZED (
                SELECT e.subject_id, e.kind, ts_rank(e.words, asked.words, 1) AS rank
                FROM search_entries e, asked
                WHERE e.words @@ asked.words AND e.part = 0 AND e.kind IN ('postmortem', 'cause')
                ORDER BY e.at DESC, e.subject_id DESC
                LIMIT 2000
            ),
            ranked AS (
                SELECT coalesce(c.postmortem_id, h.subject_id) AS id, max(h.rank) AS rank
                FROM hits h LEFT JOIN causes c ON h.kind = 'cause' AND c.id = h.subject_id
                GROUP BY 1 ORDER BY 2 DESC LIMIT {Candidates}
            )
            SELECT p.number, p.title::text AS title, p.publication_at AS "PublishedAt", p.review_at IS NOT NULL AS "IsInReview",
                coalesce((SELECT string_agg(c.statement, '. ' ORDER BY c."order", c.id) FROM causes c WHERE c.postmortem_id = p.id AND c.deletion_at IS NULL), '') AS causes
            FROM ranked JOIN postmortems p ON p.id = ranked.id
            WHERE p.deletion_at IS NULL AND p.id <> {own}
            """).ToListAsync(cancel);

        var byNumber = found.ToDictionary(row => $"{row.Number}");
        var index = new SimilarityIndex(found.Select(row => new Statement($"{row.Number}", $"{row.Title}. {row.Causes}")));

        return
        [
            .. index.Find(new Statement("", question), LiveOptions.MostSimilar)
                .Where(similar => similar.Score >= Alike)
                .Select(similar => (Row: byNumber[similar.Id], similar.SharedTerms))
                .Select(pair => new SimilarPostmortem(
                    pair.Row.Number,
                    pair.Row.Title,
                    pair.Row.PublishedAt is not null ? PostmortemState.Published : pair.Row.IsInReview ? PostmortemState.InReview : PostmortemState.Draft,
                    pair.Row.PublishedAt,
                    pair.SharedTerms)),
        ];
    }
}

internal sealed record CandidateRow(int Number, string Title, DateTimeOffset? PublishedAt, bool IsInReview, string Causes);
