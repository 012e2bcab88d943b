using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Ops;

/// <summary>Forgets the marks of forms that nobody sends again any more. What the forms made stays.</summary>
[WithoutActor("The product's own housekeeping; it touches nothing that people see.")]
public sealed class ForgetSentForms(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var last = clock.GetUtcNow() - Kept;
        await db.SentForms.Where(form => form.At < last).ExecuteDeleteAsync(cancel);
    }
}
