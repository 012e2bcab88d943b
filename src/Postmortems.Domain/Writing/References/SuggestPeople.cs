using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Search;

namespace Postmortems.Domain.Writing.References;

/// <summary>Whom a writer may mean who typed @ and some letters of a name.</summary>
public sealed class SuggestPeople(IDbContextFactory<PostmortemsDb> databases)
{
    public const int Most = 8;

    /// <returns>Names that begin so first, then names of which a later word does, then those that hold it.</returns>
    public async Task<List<string>> RunAsync(Actor actor, string? words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var typed = SearchWords.Tidy(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Users
            .Where(user => user.DisabledAt == null && EF.Functions.ILike(user.DisplayName, $"%{typed}%"))
            .Select(user => user.DisplayName)
            .Distinct()
            .OrderBy(name => EF.Functions.ILike(name, $"{typed}%") ? 0 : EF.Functions.ILike(name, $"% {typed}%") ? 1 : 2)
            .ThenBy(name => name)
            .Take(Most)
            .ToListAsync(cancel);
    }
}
