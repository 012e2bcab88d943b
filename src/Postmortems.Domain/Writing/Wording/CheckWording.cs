using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>Asks about the wording of a text as somebody has it before them. Nothing of it is kept.</summary>
public sealed class CheckWording(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>UTF-16 units. Nobody waits for questions about a longer text.</summary>
    public const int LongestText = 1_000_000;

    /// <returns>Null when there is no such postmortem to write.</returns>
    public async Task<WordingView?> RunAsync(Actor actor, int number, string text, CancellationToken cancel = default)
    {
        actor.MustEdit();

        if (text.Length > LongestText)
        {
            throw new RuleBrokenException("wording/too-long", $"Questions are asked about texts of up to {LongestText:N0} characters.");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Postmortems
            .Where(p => p.Number == number && p.Deletion == null)
            .Select(p => new { p.Id, IsCoached = db.Users.Any(u => u.Id == actor.UserId && u.IsCoached) })
            .SingleOrDefaultAsync(cancel);

        if (found is null)
        {
            return null;
        }

        var answers = await db.WordingAnswersOfAsync(found.Id, cancel);
        return new WordingView(found.IsCoached, OpenQuestions.In(text, found.IsCoached, answers), answers);
    }
}
