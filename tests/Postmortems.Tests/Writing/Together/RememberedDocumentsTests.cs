using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>What an instance remembers of a document is never taken for what the database holds.</summary>
public sealed class RememberedDocumentsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly Guid[] clients = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private readonly int[] sequences = new int[2];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    [Fact]
    public async Task Two_instances_that_write_in_turn_come_to_one_text()
    {
        var number = await Window.DraftAsync(app, "Begun.");
        var known = new OpenDocument?[2];
        var expected = "Begun.";

        // Now one after the other, now several in a row, over the point at which a version is kept.
        for (var i = 0; i < 250; i++)
        {
            var instance = i % 7 < 3 ? 0 : 1;
            var batch = await TypeAsync(number, instance, version: 2 + i, expected.Length, known[instance]);

            batch.Outcomes.ShouldBe([new AcceptOutcome.Accepted(3 + i, null)]);
            known[instance] = batch.Known;
            expected += (char)('a' + (i % 26));
        }

        (await app.UseCase<ReadText>().RunAsync(Ada, number)).ShouldBe(new(252, expected));
        (await app.UseCase<ReadText>().RunAsync(Ada, number, 100)).ShouldBe(new(100, expected[..^152]));
    }

    [Fact]
    public async Task What_is_sent_again_is_known_by_an_instance_that_did_not_take_it()
    {
        var number = await Window.DraftAsync(app, "Begun.");
        var other = await TypeAsync(number, instance: 0, version: 2, length: 6, known: null);
        await TypeAsync(number, instance: 1, version: 3, length: 7, known: null);

        sequences[1]--;
        var again = await TypeAsync(number, instance: 1, version: 3, length: 7, other.Known);

        again.Taken.ShouldBeEmpty();
        again.Outcomes.ShouldBe([new AcceptOutcome.Accepted(4, null)]);
    }

    [Fact]
    public async Task A_document_that_was_saved_whole_or_published_meanwhile_is_not_written_from_memory()
    {
        var number = await Window.DraftAsync(app, "## Summary\n\nBegun.");
        var known = (await TypeAsync(number, instance: 0, version: 2, length: 18, known: null)).Known;
        await app.UseCase<WriteDocument>().RunAsync(Ada, number, "Anew.", basedOn: 3);

        var moved = await TypeAsync(number, instance: 0, version: 4, length: 5, known);
        await PublishAsync(number);
        var refused = await TypeAsync(number, instance: 0, version: 5, length: 6, moved.Known);

        moved.Outcomes.ShouldBe([new AcceptOutcome.Accepted(5, null)]);
        refused.Outcomes.ShouldHaveSingleItem().ShouldBeOfType<AcceptOutcome.Refused>().Why.Code.ShouldBe("document/published");
        (await app.UseCase<ReadText>().RunAsync(Ada, number))!.Text.Length.ShouldBe(6);
    }

    private async Task PublishAsync(int number)
    {
        await using var db = app.OpenDatabase();
        var postmortem = db.Postmortems.Single(p => p.Number == number);
        postmortem.AskForReview(app.Ada.Id, DateTimeOffset.UtcNow);
        postmortem.Publish(app.Ada.Id, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
    }

    /// <summary>One letter at the end, taken as an instance takes it.</summary>
    private async Task<AcceptedBatch> TypeAsync(int number, int instance, int version, int length, OpenDocument? known)
    {
        var letter = (char)('a' + ((version - 2) % 26));
        var update = new Update(clients[instance], ++sequences[instance], ChangeSetJson.Parse(Window.Put(letter.ToString(), length, length)));
        var sent = new[] { new SentUpdates(Ada, version, [update]) };

        return (await app.UseCase<AcceptQuickly>().RunAsync([new DocumentBatch(number, sent, known)])).Single()
            ?? await app.UseCase<AcceptChanges>().RunAsync(number, sent, known);
    }
}
