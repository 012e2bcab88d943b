using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Patterns;

/// <summary>Roles for words of postmortems and of incidents that stand beside each other.</summary>
internal sealed class RolesOfStatements(RolesOfMany roles, ILookup<int, int> about)
{
    public static async Task<RolesOfStatements> ForAsync(PostmortemsDb db, Actor actor, IEnumerable<int> postmortems, IEnumerable<int> incidents, CancellationToken cancel)
    {
        int[] asked = actor.MayEdit ? [] : [.. incidents.Distinct()];
        var about = asked.Length == 0 ? Array.Empty<int>().ToLookup(number => number) : await RolesOfMany.AboutAsync(db, asked, cancel);

        return new RolesOfStatements(await RolesOfMany.ForAsync(db, actor, about.SelectMany(numbers => numbers).Concat(postmortems), cancel), about);
    }

    public string OfPostmortem(int number, string text) => roles.In(number, text);

    public string OfIncident(int number, string text) => roles.In(about[number], text);

    public QuotedStatement In(QuotedStatement quote) => !roles.Any ? quote : quote with { Text = In(quote, quote.Text), Title = In(quote, quote.Title) };

    private string In(QuotedStatement quote, string text) => quote.IsFix ? OfIncident(quote.Number, text) : OfPostmortem(quote.Number, text);
}
