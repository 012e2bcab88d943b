using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

/// <summary>Two hundred days in which a pool empties five times and a certificate expired three times until something shipped.</summary>
internal sealed class RetroStory(PostmortemsApp app)
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public Actor Ada { get; } = new(app.Ada.Id, Role.Editor);

    public Actor Eve { get; } = new(app.Eve.Id, Role.Viewer);

    public Pattern Pool { get; private set; } = null!;

    public Pattern Certificate { get; private set; } = null!;

    public int Overdue { get; private set; }

    public async Task TellAsync()
    {
        Pool = await PatternAsync("The pool runs empty", daysAgo: [190, 120, 60, 20, 5], minutes: 60);
        Certificate = await PatternAsync("A certificate expires unseen", daysAgo: [195, 185, 175], minutes: 10, shippedDaysAgo: 150);
        await app.StoreAsync(new Incident("A wrong flag was seen before it went out", Severity.NearMiss, "Europe/Berlin", app.Ada.Id, Now.AddDays(-3)));
    }

    public async Task<int> PlanAsync(string group = "Checkout", int meetsInDays = 2, Cadence cadence = Cadence.Monthly)
    {
        var facts = new RetroFacts(group, cadence, Now.AddDays(meetsInDays), "Europe/Berlin", app.Grace.Id, null);
        return (await app.UseCase<PlanRetro>().RunAsync(Ada, Guid.CreateVersion7(), facts)).Key;
    }

    public async Task<int> BeginAsync(string group = "Checkout")
    {
        var number = await PlanAsync(group);
        await app.UseCase<BuildPack>().RunAsync(Ada, number);
        await app.UseCase<MoveThroughRetro>().RunAsync(Ada, number, RetroMove.Start);
        return number;
    }

    /// <summary>Goes on until the meeting is at a step.</summary>
    public async Task<RetroView> GoToAsync(int number, RetroStep step)
    {
        while (true)
        {
            var view = await ReadAsync(number);

            if (view.Retro.Run!.Step == step)
            {
                return view;
            }

            await app.UseCase<MoveThroughRetro>().RunAsync(Ada, number, RetroMove.Next, view.Retro.Run.Place);
        }
    }

    public async Task<RetroView> ReadAsync(int number, Actor? actor = null) => (await app.UseCase<ReadRetro>().RunAsync(actor ?? Ada, number))!;

    private async Task<Pattern> PatternAsync(string name, int[] daysAgo, int minutes, int? shippedDaysAgo = null)
    {
        var pattern = new Pattern(Now.AddDays(-daysAgo[0]));
        pattern.Describe(name, "Orders");
        pattern.Confirm(app.Ada.Id, Now.AddDays(-daysAgo[0]));
        pattern.Count(daysAgo.Length, Now);

        if (shippedDaysAgo is { } days)
        {
            pattern.Automate(new Automation("Renew at night", "", app.Ada.Id, Now.AddDays(-days)), Now);
        }

        await app.StoreAsync(pattern);

        foreach (var day in daysAgo)
        {
            var at = Now.AddDays(-day);
            var incident = new Incident($"{name}, {day} days ago", Severity.Sev2, "Europe/Berlin", app.Ada.Id, at);
            incident.TellTimes(new IncidentTimes(new TimePoint(at, Precision.Minute), null, null, null, new TimePoint(at.AddMinutes(minutes), Precision.Minute)), "Europe/Berlin");
            var postmortem = new Postmortem($"{name}, {day} days ago", "plain", app.Ada.Id, [incident.Id], at);
            await app.StoreAsync(incident, postmortem);
            var cause = new Cause(postmortem.Id, $"{name} because nothing watches it", CauseRole.MadePossible, 0, app.Ada.Id, at);
            var member = new PatternMember(pattern.Id, cause.Id);
            member.Measure(0.9, ["pool"], at);

            // Grouping may run beside a test; what people put in stays.
            await app.StoreAsync(cause, member, new PatternLedgerEntry(pattern.Id, cause.Id, isFix: false, isIn: true, app.Ada.Id, "", at));

            if (day == 60)
            {
                var item = new ActionItem(postmortem.Id, "Size the pool by load", ActionItemType.Prevent, Priority.P1, app.Ada.Id, at);
                item.GiveTo(app.Ada.Id, DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-10));
                item.Serves([cause.Id]);
                await app.StoreAsync(item);
                await using var db = app.OpenDatabase();
                Overdue = await db.ActionItems.Where(stored => stored.Id == item.Id).Select(stored => stored.Number).SingleAsync();
            }
        }

        return pattern;
    }
}
