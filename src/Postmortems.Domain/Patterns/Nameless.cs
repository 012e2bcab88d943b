using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Patterns;

/// <summary>Takes the names of the directory out of what is grouped and compared: a person is never what statements have in common.</summary>
internal static class Nameless
{
    /// <summary>A word that the engine does not weigh.</summary>
    private const string Anybody = "they";

    public static async Task<RoleTokens> ReadAsync(PostmortemsDb db, CancellationToken cancel) =>
        new([], await db.Users.AsNoTracking().OrderBy(user => user.Id).Select(user => new NamedPerson(user.Id, user.DisplayName, Anybody)).ToListAsync(cancel));
}
