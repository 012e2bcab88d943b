using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>A document's row holds its text as it was kept last. Whoever reads it sees what was typed since.</summary>
public sealed class WordsTypedAMomentAgoTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly Actor reader = new(app.Ada.Id, Role.Editor);
    private int number;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "The pool\n");
        browser = app.ClientFor(app.Ada);
        await new Window(browser, number).SendWellAsync(2, (1, Window.Put(" ran dry", 8, 9)), (2, Window.Put(" twice", 16, 17)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Are_not_in_the_row_yet()
    {
        await using var db = app.OpenDatabase();
        var row = await db.Documents.AsNoTracking().SingleAsync(d => db.Postmortems.Any(p => p.Id == d.PostmortemId && p.Number == number));

        (row.KeptVersion, row.Version).ShouldBe((2, 4));
        Should.Throw<InvalidOperationException>(() => row.Text);
    }

    [Theory]
    [InlineData("/postmortems/{0}")]
    [InlineData("/postmortems/{0}/write")]
    [InlineData("/api/postmortems/{0}/markdown")]
    [InlineData("/api/postmortems/{0}/json")]
    [InlineData("/api/postmortems/{0}/document")]
    public async Task Stand_on_every_page(string address) =>
        (await browser.GetStringAsync(string.Format(CultureInfo.InvariantCulture, address, number))).ShouldContain("The pool ran dry twice");

    [Fact]
    public async Task Can_be_commented_on() =>
        (await app.UseCase<StartThread>().RunAsync(reader, number, new NewThread(Guid.CreateVersion7(), "How often?", "ran dry twice", null))).ShouldNotBeNull();

    [Fact]
    public async Task Stand_beside_a_whole_text_that_met_them()
    {
        var met = (await app.UseCase<WriteDocument>().RunAsync(reader, number, "The pool\nMore.\n", basedOn: 2)).ShouldBeOfType<WriteOutcome.MetAnother>();

        var kept = (await app.UseCase<ReadKeptText>().RunAsync(reader, number, met.KeptText))!;

        kept.Theirs.ShouldBe("The pool ran dry twice\n");
    }

    [Fact]
    public async Task Are_what_a_whole_text_is_saved_upon()
    {
        (await app.UseCase<WriteDocument>().RunAsync(reader, number, "The pool ran dry twice today\n", basedOn: 4)).ShouldBe(new WriteOutcome.Written(5));

        (await app.UseCase<ReadText>().RunAsync(reader, number, 4))!.Text.ShouldBe("The pool ran dry twice\n");
        (await app.UseCase<ReadText>().RunAsync(reader, number))!.Text.ShouldBe("The pool ran dry twice today\n");
    }

    [Fact]
    public async Task Are_there_for_an_instance_that_remembers_nothing()
    {
        var next = new Update(Guid.CreateVersion7(), 1, ChangeSetJson.Parse(Window.Put("!", 22, 23)));

        await app.UseCase<AcceptChanges>().RunAsync(number, [new SentUpdates(reader, 4, [next])], known: null);

        (await app.UseCase<ReadText>().RunAsync(reader, number)).ShouldBe(new TextAtVersion(5, "The pool ran dry twice!\n"));
    }
}
