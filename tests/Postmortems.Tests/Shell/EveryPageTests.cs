using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Shell;

/// <summary>What every page owes everybody: no barrier that axe finds, nothing against our own policy, nothing that sticks out at 360 px.</summary>
public sealed class EveryPageTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly Guid Dropped = Guid.CreateVersion7();

    public async Task InitializeAsync()
    {
        var grace = new Actor(app.Grace.Id, Role.Administrator);
        await app.UseCase<FillWithDemoStory>().RunAsync(grace);
        await LookAtPatternsAsync(grace, retro: 2);
        await app.UseCase<BeginImport>().RunAsync(grace, Dropped, [Document("full.md", "# Labels late\n\nDate: 2025-03-04\n\n## Timeline\n\n- 14:02 first label fails\n- 14:40 rolled back\n\n## Root cause\n\nThe pool was full.\n\n## Action items\n\n- [ ] Size the pool"), Document("bare.txt", "Nothing but a line")]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, bool> Pages()
    {
        var pages = new TheoryData<string, bool>();

        foreach (var address in PageList.ForMembers)
        {
            pages.Add(address, true);
        }

        foreach (var address in PageList.ForStrangers)
        {
            pages.Add(address, false);
        }

        return pages;
    }

    public static TheoryData<string, string> LinkedPages()
    {
        var pages = new TheoryData<string, string>();

        foreach (var (from, link) in PageList.Linked)
        {
            pages.Add(from, link);
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(LinkedPages))]
    public async Task Is_open_to_everybody_behind_a_link(string from, string link)
    {
        using var page = await app.ClientFor(app.Grace).PageAsync(from);

        await Is_open_to_everybody(page.QuerySelector(link)!.GetAttribute("href")!, signedIn: true);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_open_to_everybody(string address, bool signedIn)
    {
        var page = await chromium.KeptAsync(app, signedIn ? app.Grace : null);
        var complaints = new List<string>();
        EventHandler<IConsoleMessage> listen = (_, message) =>
        {
            // That a page is not there is what its status says; everything else the console complains of counts.
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        EventHandler<string> fail = (_, error) => complaints.Add(error);
        page.Console += listen;
        page.PageError += fail;

        var answer = await page.GotoAsync(address);
        answer!.Status.ShouldBe(address == PageList.Missing ? 404 : 200, address);

        complaints.AddRange(await Barriers.OnAsync(page, Barriers.FourViews));
        page.Console -= listen;
        page.PageError -= fail;
        complaints.ShouldBeEmpty(address);
    }

    /// <summary>Says each time where it was, so that doing it again goes no further.</summary>
    private async Task LookAtPatternsAsync(Actor actor, int retro)
    {
        var move = app.UseCase<MoveThroughRetro>();
        await move.RunAsync(actor, retro, RetroMove.Start);

        foreach (var step in Agenda.Steps.TakeWhile(step => step < RetroStep.Patterns))
        {
            await move.RunAsync(actor, retro, RetroMove.Next, new RetroPlace(step, 0));
        }
    }

    private static DroppedFile Document(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));
}
