using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.History;

public sealed class WalkingALongHistoryTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private const int Changes = 5_000;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    [Fact]
    public async Task Costs_once_and_then_little_for_any_version()
    {
        var number = await Window.DraftAsync(app, "");
        await StoreChangesAsync(number);

        var authors = (await app.UseCase<ReadAuthors>().RunAsync(Ada, number))!;
        authors.Writers.Count.ShouldBe(2);

        var earlier = (await app.UseCase<ReadAuthors>().RunAsync(Ada, number, 4_321))!;
        string.Concat(earlier.Words.Select(stretch => stretch.Text)).ShouldBe((await app.UseCase<ReadText>().RunAsync(Ada, number, 4_321))!.Text);

        await using var db = app.OpenDatabase();
        var kept = await db.Authorships.Where(a => db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number)).OrderBy(a => a.Version).Select(a => a.Version).ToListAsync();
        kept.Zip(kept.Skip(1), (one, next) => next - one).ShouldAllBe(apart => apart <= 2 * 500);
    }

    [Fact]
    public async Task Pages_through_its_sittings()
    {
        var number = await Window.DraftAsync(app, "");
        await StoreChangesAsync(number, minutesApart: 16, changes: 130);

        var first = (await app.UseCase<ReadHistory>().RunAsync(Ada, number))!;
        first.HasOlder.ShouldBeTrue();
        first.Sittings.Count.ShouldBe(ReadHistory.PageSize);
        var second = (await app.UseCase<ReadHistory>().RunAsync(Ada, number, first.Sittings[^1].FirstVersion))!;
        second.Sittings[0].LastVersion.ShouldBe(first.Sittings[^1].FirstVersion - 1);
    }

    [Fact]
    public async Task Is_told_once_when_several_look_at_the_same_moment()
    {
        var number = await Window.DraftAsync(app, "");
        await StoreChangesAsync(number, minutesApart: 16, changes: 40);

        var views = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.UseCase<ReadHistory>().RunAsync(Ada, number)));

        views.ShouldAllBe(view => view!.Sittings.Count == 41);
    }

    private async Task StoreChangesAsync(int number, int minutesApart = 0, int changes = Changes)
    {
        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.SingleAsync(p => p.Number == number);
        var at = DateTimeOffset.UtcNow.AddMinutes(1);
        var text = "";
        var random = new Random(11);
        var client = Guid.CreateVersion7();

        for (var i = 0; i < changes; i++)
        {
            var place = random.Next(text.Length + 1);
            var after = text.Insert(place, i % 7 == 0 ? " " : "x");
            db.Add(new DocumentChange(postmortem.Id, 3 + i, client, i + 1, i % 900 < 450 ? app.Ada.Id : app.Grace.Id, at.AddMinutes(minutesApart * (i + 1)), ChangeSetJson.Say(WordChanges.ChangeBetween(text, after))));
            text = after;

            if (i % 200 == 0)
            {
                db.Add(new DocumentVersion(postmortem.Id, 3 + i, text, app.Ada.Id, at));
            }
        }

        await db.SaveChangesAsync();
        await db.Documents.Where(d => d.PostmortemId == postmortem.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Text, text).SetProperty(x => x.Version, 2 + changes).SetProperty(x => x.KeptVersion, 2 + changes));
    }
}
