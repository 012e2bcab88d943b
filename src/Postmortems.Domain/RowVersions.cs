using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain;

/// <summary>Saves what was changed from a version only while that version is the newest.</summary>
internal static class RowVersions
{
    public static Task<Saved> SaveUnlessChangedAsync<T>(this PostmortemsDb db, T changed, uint version, CancellationToken cancel)
        where T : class => db.SaveUnlessChangedAsync(changed, version, () => db.SaveChangesAsync(cancel));

    public static async Task<Saved> SaveUnlessChangedAsync<T>(this PostmortemsDb db, T changed, uint version, Func<Task> save)
        where T : class
    {
        // Its parts may have changed while its own row did not; the version is the row's, so the row is written.
        var row = db.Entry(changed);
        row.State = EntityState.Modified;
        row.Property<uint>("Version").OriginalValue = version;

        try
        {
            await save();
            return Saved.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Saved.ChangedMeanwhile;
        }
    }
}
