using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Patterns;

/// <summary>Roles for words of postmortems and of incidents that stand beside each other.</summary>
internal sealed class RolesOfStatements(RolesOfMany roles, ILookup<int, int> about)
{
    public static async Task<RolesOfStatements> ForAsync(PostmortemsDb db, Actor actor, IReadOnlyCollection<QuotedStatement> quotes, CancellationToken cancel)
    {
        int[] incidents = actor.MayEdit ? [] : [.. quotes.Where(quote => quote.IsFix).Select(quote => quote.Number).Distinct()];
        var about = incidents.Length == 0 ? Array.Empty<int>().ToLookup(number => number) : await RolesOfMany.AboutAsync(db, incidents, cancel);
        var postmortems = about.SelectMany(numbers => numbers).Concat(quotes.Where(quote => !quote.IsFix).Select(quote => quote.Number));

        return new RolesOfStatements(await RolesOfMany.ForAsync(db, actor, postmortems, cancel), about);
    }

    public QuotedStatement In(QuotedStatement quote) => !roles.Any ? quote : quote with { Text = In(quote, quote.Text), Title = In(quote, quote.Title) };

    private string In(QuotedStatement quote, string text) => quote.IsFix ? roles.In(about[quote.Number], text) : roles.In(quote.Number, text);
}
