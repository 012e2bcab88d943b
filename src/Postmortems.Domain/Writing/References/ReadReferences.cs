using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Search;

namespace Postmortems.Domain.Writing.References;

/// <summary>The current titles of all that a text refers to, in one command however much that is.</summary>
public sealed class ReadReferences(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<KnownReferences> RunAsync(Actor actor, string text, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ReferencesInAsync(actor, text, cancel);
    }
}

internal static class ReferenceQueries
{
    private const string Person = "person";

    public static async Task<KnownReferences> ReferencesInAsync(this PostmortemsDb db, Actor actor, string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (things, names) = WrittenReferences.In(text);

        if (things.Count == 0 && names.Count == 0)
        {
            return KnownReferences.None;
        }

        var found = await db.Database.SqlQuery<ReferenceRow>(
            $"""
            SELECT {SearchKinds.Incident} AS kind, number, title::text AS title FROM incidents WHERE number = ANY ({Numbers(things, SearchKinds.Incident)}) AND deletion_at IS NULL
            UNION ALL SELECT {SearchKinds.Postmortem}, number, title::text FROM postmortems WHERE number = ANY ({Numbers(things, SearchKinds.Postmortem)}) AND deletion_at IS NULL
            UNION ALL SELECT {SearchKinds.ActionItem}, number, title::text FROM action_items WHERE number = ANY ({Numbers(things, SearchKinds.ActionItem)}) AND deletion_at IS NULL
            UNION ALL SELECT {SearchKinds.Pattern}, number, name::text FROM patterns WHERE number = ANY ({Numbers(things, SearchKinds.Pattern)}) AND faded_at IS NULL
            UNION ALL SELECT {Person}, 0, display_name::text FROM users WHERE display_name = ANY ({names.ToArray()})
            """).ToListAsync(cancel);

        return new KnownReferences(
            found.Where(row => row.Kind != Person).ToDictionary(row => new Reference(row.Kind, row.Number), row => row.Title),
            found.Where(row => row.Kind == Person).Select(row => row.Title).ToHashSet(StringComparer.Ordinal));
    }

    private static int[] Numbers(List<Reference> things, string kind) => [.. things.Where(thing => thing.Kind == kind).Select(thing => thing.Number)];
}

internal sealed record ReferenceRow(string Kind, int Number, string Title);
