using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

/// <summary>Which patterns a meeting looks at when an archive was imported just before it.</summary>
public sealed class ChoosingPatternsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly RetroStory story = new(app);

    [Fact]
    public async Task Fills_places_that_are_left_with_what_was_found_in_what_is_older()
    {
        await story.TellAsync();
        await FindAsync("A disk fills with logs", "The disk was full of [logs](https://logs.example) **again**", daysAgo: [900, 700, 500]);
        await FindAsync("A certificate is renewed by hand", "Renewed by hand", daysAgo: [880, 680], shippedDaysAgo: 100);

        var view = await story.ReadAsync(await story.BeginAsync());

        view.Patterns.Select(card => (card.Pattern!.Name, card.Card.Why, card.Card.SeenInWindow)).ShouldBe(
        [
            ("The pool runs empty", CardReason.Grown, 2),
            ("A disk fills with logs", CardReason.Found, 0),
        ]);
        view.Verdicts.Select(card => card.Pattern!.Name).ShouldBe(["A certificate is renewed by hand", "A certificate expires unseen"], ignoreOrder: true);
        view.Patterns.Last().Pattern!.Quotes.ShouldBe(["The disk was full of logs again"]);
    }

    private async Task FindAsync(string name, string statement, int[] daysAgo, int? shippedDaysAgo = null)
    {
        var pattern = new Pattern(RetroStory.Now);
        pattern.Describe(name, "");
        pattern.Count(daysAgo.Length, RetroStory.Now);

        if (shippedDaysAgo is { } days)
        {
            pattern.Automate(new Automation("Renew at night", "", app.Ada.Id, RetroStory.Now.AddDays(-days)), RetroStory.Now);
        }

        await app.StoreAsync(pattern);

        foreach (var at in daysAgo.Select(day => RetroStory.Now.AddDays(-day)))
        {
            var incident = new Incident(name, Severity.Sev2, "Europe/Berlin", app.Ada.Id, at);
            incident.TellTimes(new IncidentTimes(new TimePoint(at, Precision.Minute), null, null, null, null), "Europe/Berlin");
            var postmortem = new Postmortem(name, "plain", app.Ada.Id, [incident.Id], at);
            await app.StoreAsync(incident, postmortem);
            var cause = new Cause(postmortem.Id, statement, CauseRole.MadePossible, 0, app.Ada.Id, at);
            var member = new PatternMember(pattern.Id, cause.Id);
            member.Measure(0.9, ["logs"], at);
            await app.StoreAsync(cause);
            await app.StoreAsync(member);
        }
    }
}
