using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>Asks about the wording of a field that somebody fills in. Nothing of it is kept.</summary>
public sealed class AskAboutField(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>UTF-16 units. No field holds more.</summary>
    public const int LongestText = 20_000;

    /// <param name="without">A category of rules that something else beside the field asks about.</param>
    public async Task<IReadOnlyList<WordingQuestion>> RunAsync(Actor actor, string text, string? without = null, CancellationToken cancel = default)
    {
        actor.MustEdit();

        if (text.Length > LongestText)
        {
            throw new RuleBrokenException("wording/too-long", $"Questions are asked about fields of up to {LongestText:N0} characters.");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        return OpenQuestions.Asked(text, await db.Users.AnyAsync(u => u.Id == actor.UserId && u.IsCoached, cancel), without);
    }
}
