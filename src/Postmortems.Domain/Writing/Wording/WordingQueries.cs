using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Wording;

internal static class WordingQueries
{
    /// <summary>So many answers are looked at; nobody gives as many.</summary>
    private const int Most = 500;

    public static async Task<IReadOnlyList<WordingAnswerRow>> WordingAnswersOfAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        var rows = await (
            from answer in db.WordingAnswers.AsNoTracking()
            join person in db.Users on answer.By equals person.Id
            where answer.PostmortemId == postmortem && answer.Deletion == null
            orderby answer.At descending
            select new { Answer = answer, person.DisplayName }).Take(Most).ToListAsync(cancel);

        return [.. rows.Select(row => new WordingAnswerRow(row.Answer.Id, row.Answer.Kind, row.Answer.About, row.Answer.Reason, row.DisplayName, row.Answer.At))];
    }

    /// <summary>Saves and tells every window that shows the questions, once all is committed.</summary>
    public static async Task SaveAndTellWordingAsync(this PostmortemsDb db, int number, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({WordingBell.Name}, {number}::text)", cancel);
        await transaction.CommitAsync(cancel);
    }
}

public static class WordingBell
{
    /// <summary>What instances listen for. It only says of which postmortem the answers changed.</summary>
    public const string Name = "wording";
}
