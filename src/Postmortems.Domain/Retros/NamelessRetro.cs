using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Retros;

/// <summary>A retro as it stands on a screen that everybody sees, and for readers from whom a postmortem withholds names: roles where words name people.</summary>
internal static class NamelessRetro
{
    /// <summary>Editors read names on their own screens; so does everybody else while no postmortem withholds any from them.</summary>
    public static async Task<RetroView> ShownAsync(PostmortemsDb db, Actor actor, RetroView view, bool onScreen, CancellationToken cancel)
    {
        if (!onScreen && !await WithholdsAsync(db, actor, cancel))
        {
            return view;
        }

        var retro = view.Retro;
        var directory = await db.Users.AsNoTracking().OrderBy(user => user.Id)
            .Select(user => new
            {
                Person = new NamedPerson(user.Id, user.DisplayName, null),
                IsHere = user.Id == retro.FacilitatorId || user.Id == retro.ScribeId || db.RetroSeats.Any(seat => seat.RetroId == retro.Id && seat.PersonId == user.Id),
            })
            .ToListAsync(cancel);

        return With(view, new RoleTokens(directory.Where(known => known.IsHere).Select(known => known.Person), directory.Select(known => known.Person)).In);
    }

    private static async Task<bool> WithholdsAsync(PostmortemsDb db, Actor actor, CancellationToken cancel)
    {
        if (actor.MayEdit)
        {
            return false;
        }

        var whole = db.WholePostmortemsFor(actor).Select(postmortem => postmortem.Id);
        return await db.Postmortems.AnyAsync(postmortem => postmortem.ShowsRoles && postmortem.Publication != null && !whole.Contains(postmortem.Id), cancel);
    }

    private static RetroView With(RetroView view, Func<string, string> words)
    {
        view.Retro.SayWith(words);

        return view with
        {
            GoodCatch = With(view.GoodCatch, words),
            Wheel = With(view.Wheel, words),
            Cards = [.. view.Cards.Select(card => With(card, words))],
            Past = view.Past is { } past ? past with { Decisions = [.. past.Decisions.Select(one => one with { Decision = With(one.Decision, words)!, About = words(one.About), Item = With(one.Item, words) })] } : null,
            Comments = [.. view.Comments.Select(comment => comment with { Text = words(comment.Text) })],
            Pulse = view.Pulse is { } pulse ? pulse with { Changes = [.. pulse.Changes.Select(words)] } : null,
        };
    }

    private static CardView With(CardView card, Func<string, string> words) => card with
    {
        Decision = With(card.Decision, words),
        Pattern = card.Pattern is { } pattern ? With(pattern, words) : null,
        Item = With(card.Item, words),
        ItemOfDecision = With(card.ItemOfDecision, words),
        Escalation = card.Escalation is { } handed ? handed with { Title = words(handed.Title), Words = words(handed.Words), By = words(handed.By) } : null,
    };

    private static PatternOnCard With(PatternOnCard pattern, Func<string, string> words) => pattern with
    {
        Name = words(pattern.Name),
        Definition = words(pattern.Definition),
        Quotes = [.. pattern.Quotes.Select(words)],
        LeastAlike = pattern.LeastAlike is { } least ? words(least) : null,
        Promises = [.. pattern.Promises.Select(item => With(item, words)!)],
        Members = [.. pattern.Members.Select(member => member with { Title = words(member.Title) })],
    };

    private static RetroDecision? With(RetroDecision? decision, Func<string, string> words) =>
        decision is null ? null : decision with { Words = words(decision.Words), Dissent = words(decision.Dissent) };

    private static ItemOnCard? With(ItemOnCard? item, Func<string, string> words) => item is null ? null : item with
    {
        Title = words(item.Title),
        Owner = item.Owner is { } owner ? words(owner) : null,
        DeclinedBecause = item.DeclinedBecause is { } reason ? words(reason) : null,
    };

    private static IncidentOnCard? With(IncidentOnCard? incident, Func<string, string> words) =>
        incident is null ? null : incident with { Title = words(incident.Title), Summary = words(incident.Summary) };
}
