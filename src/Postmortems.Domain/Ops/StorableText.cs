using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Postmortems.Domain.Ops;

/// <summary>
/// PostgreSQL stores no NUL and no half of a surrogate pair. Such text is refused with a sentence before it gets there, whether it is
/// saved, written by a command of its own or looked for.
/// </summary>
public sealed class StorableText : SaveChangesInterceptor, IDbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var changed = eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified);

        Check(changed.SelectMany(entry => entry.CurrentValues.Properties.Select(property => entry.CurrentValues[property])));
        return ValueTask.FromResult(result);
    }

    ValueTask<InterceptionResult<DbDataReader>> IDbCommandInterceptor.ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken)
    {
        Check(command);
        return ValueTask.FromResult(result);
    }

    ValueTask<InterceptionResult<int>> IDbCommandInterceptor.NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        Check(command);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbCommand command) => Check(command.Parameters.Cast<DbParameter>().Select(parameter => parameter.Value));

    private static void Check(IEnumerable<object?> values)
    {
        if (values.Any(value => value is string text ? IsUnstorable(text) : value is IEnumerable<string> texts && texts.Any(IsUnstorable)))
        {
            throw new RuleBrokenException("text/unstorable", "The text holds a character that cannot be stored, such as NUL. Please remove it and send again.");
        }
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
