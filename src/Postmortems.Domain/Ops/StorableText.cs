using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Postmortems.Domain.Ops;

/// <summary>PostgreSQL stores no NUL and no half of a surrogate pair. Such text is refused with a sentence before it gets there.</summary>
public sealed class StorableText : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var changed = eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified);

        if (changed.SelectMany(entry => entry.CurrentValues.Properties.Select(property => entry.CurrentValues[property])).OfType<string>().Any(IsUnstorable))
        {
            throw new RuleBrokenException("text/unstorable", "The text holds a character that cannot be stored, such as NUL. Please remove it and send again.");
        }

        return ValueTask.FromResult(result);
    }

    private static bool IsUnstorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))))
            {
                return true;
            }

            if (char.IsHighSurrogate(text[i]))
            {
                i++;
            }
        }

        return false;
    }
}
