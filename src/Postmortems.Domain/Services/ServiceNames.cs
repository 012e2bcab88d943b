using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Postmortems.Domain.Services;

/// <summary>A name belongs to one service, whatever its capitals, and also while it is deleted: it could come back.</summary>
internal static class ServiceNames
{
    public static async Task MustBeFreeAsync(PostmortemsDb db, string name, Guid forService, CancellationToken cancel)
    {
        var others = await db.Services
            .AsNoTracking()
            .Where(service => service.Id != forService)
            .Select(service => new { service.Name, IsDeleted = service.Deletion != null })
            .ToListAsync(cancel);
        var other = others.Find(service => service.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

        if (other is not null)
        {
            throw Taken(other.Name, other.IsDeleted);
        }
    }

    /// <summary>Two people may take the same name in the same moment; the database lets one of them.</summary>
    public static async Task SaveAsync(PostmortemsDb db, string name, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_services_name" })
        {
            throw Taken(name.Trim(), isDeleted: false);
        }
    }

    private static RuleBrokenException Taken(string name, bool isDeleted) => new(
        "service/name-taken",
        isDeleted ? $"A deleted service is called “{name}”. Restore it, or choose another name." : $"There is already a service called “{name}”.");
}
