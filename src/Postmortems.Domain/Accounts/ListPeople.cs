using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Everybody with an account, by name, a page at a time.</summary>
public sealed class ListPeople(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageLength = 100;

    /// <param name="after">The last row of the page before; null for the first page.</param>
    public async Task<PeopleView> RunAsync(Actor actor, PeopleKey? after = null, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = db.Users.AsQueryable();

        if (after is not null)
        {
            people = people.Where(u => EF.Functions.GreaterThan(ValueTuple.Create(u.DisplayName, u.Id), ValueTuple.Create(after.Name, after.Id)));
        }

        var rows = await people
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Take(PageLength + 1)
            .Select(u => new PersonRow(u.Id, u.DisplayName, u.Email!, u.Role, u.CreatedAt, u.DisabledAt))
            .ToListAsync(cancel);

        return rows.Count <= PageLength
            ? new PeopleView(rows, null)
            : new PeopleView(rows[..PageLength], new PeopleKey(rows[PageLength - 1].DisplayName, rows[PageLength - 1].Id));
    }
}

public sealed record PeopleView(IReadOnlyList<PersonRow> People, PeopleKey? Next);

public sealed record PersonRow(Guid Id, string DisplayName, string Email, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt);

public sealed record PeopleKey(string Name, Guid Id);
