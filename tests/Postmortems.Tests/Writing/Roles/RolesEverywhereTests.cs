using System.Net;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Search;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Roles;

/// <summary>Where a published postmortem shows roles, no other place tells a reader without a part in it the names.</summary>
public sealed class RolesEverywhereTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    /// <summary>Others search the same database; a word of our own finds ours alone.</summary>
    private readonly string key = $"marzipan{Guid.NewGuid():N}";

    private int number;
    private Guid incident;
    private int incidentNumber;
    private int item;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    private Actor Eve => new(app.Eve.Id, Role.Viewer);

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, $"## Summary\n\nAda Okafor rewound the {key} queue, and Grace Lindqvist watched.\n");
        await app.UseCase<AddCause>().RunAsync(Ada, number, Guid.CreateVersion7(), new CauseStatement($"Only Ada Okafor had the {key}", CauseRole.MadePossible, Confidence.Likely, "", null, null, []));
        item = (await app.UseCase<AddActionItem>().RunAsync(Ada, number, Guid.CreateVersion7(), new ActionItemFacts($"Give Grace Lindqvist the {key}", ActionItemType.Detect, Priority.P2, app.Ada.Id, new DateOnly(2026, 12, 24), "Grace Lindqvist has it", "", [])))!.Key;

        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.Include(p => p.Incidents).SingleAsync(p => p.Number == number);
        incident = postmortem.Incidents.Single().IncidentId;
        incidentNumber = await db.Incidents.Where(i => i.Id == incident).Select(i => i.Number).SingleAsync();
        await app.UseCase<TellEntry>().RunAsync(Ada, incidentNumber, Guid.CreateVersion7(), new EntryFacts(new TimePoint(Told.Began, Precision.Minute), "Europe/Berlin", EntryKind.Event, $"Ada Okafor paged for {key}", Basis.Observed, "", null));

        postmortem.ArriveFinished(app.Ada.Id, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
        await app.UseCase<ShowRoles>().RunAsync(Ada, number, on: true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Search_shows_roles_and_finds_nothing_by_a_name()
    {
        var byWord = await app.UseCase<SearchEverything>().RunAsync(Eve, new SearchRequest(key));
        var byName = await app.UseCase<SearchEverything>().RunAsync(Eve, new SearchRequest("Okafor"));
        var inside = await app.UseCase<SearchEverything>().RunAsync(Ada, new SearchRequest($"Okafor {key}"));

        byWord.Rows.Where(IsOurs).Select(row => row.Kind).Distinct().Order().ShouldBe(["action-item", "cause", "postmortem", "timeline-entry"]);
        WithoutNames(string.Concat(byWord.Rows.Where(IsOurs).Select(row => $"{row.Title.Plain} {row.Text.Plain} {row.Parent?.Title}\n")));
        byName.Rows.ShouldNotContain(row => IsOurs(row));
        inside.Rows.ShouldContain(row => row.Kind == SearchKinds.Postmortem && row.Number == number);
    }

    [Fact]
    public async Task Who_wrote_and_said_what_is_not_shown_at_all()
    {
        (await app.UseCase<ReadHistory>().RunAsync(Eve, number)).ShouldBeNull();
        (await app.UseCase<ReadAuthors>().RunAsync(Eve, number)).ShouldBeNull();
        (await app.UseCase<CompareVersions>().RunAsync(Eve, number, 1, 2)).ShouldBeNull();
        (await app.UseCase<ReadThreads>().RunAsync(Eve, number)).ShouldBeNull();
        (await app.UseCase<ReadText>().RunAsync(Eve, number)).ShouldBeNull();
        (await app.UseCase<ReadChanges>().RunAsync(Eve, number, after: 0)).ShouldBeNull();

        (await app.UseCase<ReadHistory>().RunAsync(Ada, number)).ShouldNotBeNull();
        (await app.UseCase<ReadText>().RunAsync(Ada, number)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Lists_and_views_say_roles()
    {
        var causes = (await app.UseCase<ReadCauses>().RunAsync(Eve, number))!;
        var entries = await app.UseCase<ListEntries>().RunAsync(Eve, incident);
        var items = (await app.UseCase<ListActionItemsOfPostmortem>().RunAsync(Eve, number)).Rows;
        var all = (await app.UseCase<ListActionItems>().RunAsync(Eve, ActionItemView.Open, new ActionItemFilter(), new DateOnly(2026, 11, 1))).Rows.Where(row => row.Postmortem == number);
        var one = (await app.UseCase<ReadActionItem>().RunAsync(Eve, item))!;
        var about = (await app.UseCase<ReadIncident>().RunAsync(Eve, incidentNumber))!;

        causes.Causes.Single().Statement.ShouldBe($"Only the owner of this postmortem had the {key}");
        entries.Single().Text.ShouldBe($"The owner of this postmortem paged for {key}");
        WithoutNames(string.Concat(items.Concat(all).Select(row => $"{row.Title} {row.Owner} {row.DoneWhen} ")));
        WithoutNames($"{one.Item.Title} {one.Item.DoneWhen} {one.Owner} {string.Concat(one.Names.Values)}");
        WithoutNames($"{about.RecordedBy} {about.Postmortems.Single().Owner}");
    }

    [Fact]
    public async Task Lists_cost_as_many_commands_for_several_that_show_roles_as_for_one()
    {
        var one = await CommandsAsync();
        await InitializeAsync();

        (await CommandsAsync()).ShouldBe(one);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    [InlineData("/causes")]
    [InlineData("/action-items")]
    [InlineData("/attachments")]
    public async Task Every_tab_says_roles(string tab)
    {
        using var eve = app.ClientFor(app.Eve);
        using var ada = app.ClientFor(app.Ada);

        using var outside = await eve.PageAsync($"/postmortems/{number}{tab}");
        using var inside = await ada.PageAsync($"/postmortems/{number}{tab}");

        WithoutNames(outside.QuerySelector("main")!.TextContent);
        outside.QuerySelectorAll("nav.tabs a").Select(link => link.TextContent.Trim()).ShouldNotContain("History");
        inside.QuerySelectorAll("nav.tabs a").Select(link => link.TextContent.Trim()).ShouldContain("History");
    }

    [Theory]
    [InlineData("/history")]
    [InlineData("/history/authors")]
    [InlineData("/comments")]
    public async Task Pages_of_who_wrote_and_said_what_are_not_there(string page)
    {
        using var eve = app.ClientFor(app.Eve);

        using var answer = await eve.GetAsync($"/postmortems/{number}{page}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_owns_an_action_item_of_it_sees_the_names()
    {
        await using (var db = app.OpenDatabase())
        {
            (await db.ActionItems.SingleAsync(a => a.Number == item)).GiveTo(app.Eve.Id, new DateOnly(2026, 12, 24));
            await db.SaveChangesAsync();
        }

        (await app.UseCase<ReadHistory>().RunAsync(Eve, number)).ShouldNotBeNull();
        (await app.UseCase<ReadText>().RunAsync(Eve, number))!.Text.ShouldContain("Ada Okafor");
        (await app.UseCase<ListEntries>().RunAsync(Eve, incident)).Single().Text.ShouldContain("Ada Okafor");
    }

    private async Task<int> CommandsAsync()
    {
        app.Commands.Forget();
        var found = await app.UseCase<SearchEverything>().RunAsync(Eve, new SearchRequest(key));
        var listed = await app.UseCase<ListActionItems>().RunAsync(Eve, ActionItemView.Open, new ActionItemFilter(), new DateOnly(2026, 11, 1));

        found.Rows.Select(row => row.Kind).ShouldContain(SearchKinds.TimelineEntry);
        listed.Rows.ShouldContain(row => row.Postmortem == number);
        return app.Commands.SeenInTest.Count;
    }

    private bool IsOurs(FoundRow row) => row.Kind switch
    {
        SearchKinds.Postmortem => row.Number == number,
        SearchKinds.Incident => row.Number == incidentNumber,
        SearchKinds.TimelineEntry => row.Parent!.Number == incidentNumber,
        SearchKinds.Cause or SearchKinds.ActionItem => row.Parent!.Number == number,
        _ => false,
    };

    private static void WithoutNames(string shown)
    {
        shown.ShouldNotContain("Okafor");
        shown.ShouldNotContain("Lindqvist");
    }
}
