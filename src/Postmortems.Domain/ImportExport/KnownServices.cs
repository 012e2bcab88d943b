using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Services;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>Services by the names that documents use. A file of this product brings along those that are missing; other documents name services as people say them, so only those that exist are taken.</summary>
internal sealed class KnownServices
{
    private readonly Dictionary<string, Guid> ids;
    private readonly HashSet<string> deleted;

    private KnownServices(Dictionary<string, Guid> ids, HashSet<string> deleted)
    {
        this.ids = ids;
        this.deleted = deleted;
    }

    /// <summary>In small letters.</summary>
    public IReadOnlyDictionary<string, Guid> Ids => ids;

    public static async Task<KnownServices> OfAsync(PostmortemsDb db, CancellationToken cancel)
    {
        var all = await db.Services.Select(s => new { s.Id, s.Name, IsDeleted = s.Deletion != null }).ToListAsync(cancel);

        return new KnownServices(
            all.Where(s => !s.IsDeleted).GroupBy(s => Key(s.Name)).ToDictionary(same => same.Key, same => same.First().Id),
            [.. all.Where(s => s.IsDeleted).Select(s => Key(s.Name))]);
    }

    /// <summary>What was deleted here stays deleted.</summary>
    public void BringAlong(PostmortemsDb db, ReadDocument read)
    {
        foreach (var name in read.Services.Concat(read.Causes.Select(cause => cause.Service).OfType<string>()).Select(name => name.Trim()))
        {
            if (name.Length is > 0 and <= Service.LongestName && Service.CanBeAddressed(name) && !deleted.Contains(Key(name)) && !ids.ContainsKey(Key(name)))
            {
                var service = new Service(name, "", "");
                db.Add(service);
                ids[Key(name)] = service.Id;
            }
        }
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();
}
