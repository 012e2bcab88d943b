using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Ops;

/// <summary>Stores what a form makes once, however often the form is sent: by a second press, a resend after a lost answer, or from the Back button.</summary>
internal static class StoreOnce
{
    /// <param name="stored">The key of what has the form's id, when there is such a thing.</param>
    /// <param name="store">Makes and saves it, and gives its key.</param>
    public static async Task<Stored<TKey>> StoreOnceAsync<TKey>(
        this PostmortemsDb db, SentForm form, IQueryable<TKey> stored, Func<Task<TKey>> store, CancellationToken cancel)
    {
        if (await BeforeAsync(db, form, stored, cancel) is { } before)
        {
            return before;
        }

        try
        {
            db.SentForms.Add(form);
            await ForgetOldOnesTomorrowAsync(db, form.At, cancel);
            return new Stored<TKey>(await store(), SaidElse: false);
        }
        catch (DbUpdateException)
        {
            // The same form may have been sent twice at once; then the other one won.
            db.ChangeTracker.Clear();

            if (await BeforeAsync(db, form, stored, cancel) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    /// <summary>So that the marks of forms do not pile up for ever: each day on which one is stored ends with forgetting those that are old.</summary>
    private static async Task ForgetOldOnesTomorrowAsync(PostmortemsDb db, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Errands.AnyAsync(errand => errand.Kind == Errand.ForgetSentForms, cancel))
        {
            db.Errands.Add(new Errand(Errand.ForgetSentForms, now.AddDays(1)));
        }
    }

    private static async Task<Stored<TKey>?> BeforeAsync<TKey>(PostmortemsDb db, SentForm form, IQueryable<TKey> stored, CancellationToken cancel)
    {
        var keys = await stored.ToListAsync(cancel);

        return keys.Count == 0
            ? null
            : new Stored<TKey>(keys[0], SaidElse: !await db.SentForms.AnyAsync(sent => sent.Id == form.Id && sent.Mark == form.Mark, cancel));
    }
}
