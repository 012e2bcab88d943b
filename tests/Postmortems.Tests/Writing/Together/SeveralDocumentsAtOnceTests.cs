using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>What people type in several documents is committed together, and none of them has to do with another one.</summary>
public sealed class SeveralDocumentsAtOnceTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly Guid client = Guid.CreateVersion7();

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    [Fact]
    public async Task Documents_that_nobody_remembers_are_opened_and_written_together()
    {
        var numbers = await DraftsAsync(3);

        var done = await TypeAsync([.. numbers.Select(number => Batch(number, basedOn: 2, sequence: 1, length: 6))]);

        done.ShouldAllBe(batch => batch != null && batch.Outcomes.Single() == new AcceptOutcome.Accepted(3, null));
        (await TextsAsync(numbers)).ShouldAllBe(text => text == new TextAtVersion(3, "Begun.!"));
    }

    [Fact]
    public async Task The_first_change_after_a_text_was_kept_asks_once_that_it_be_kept_again()
    {
        var numbers = await DraftsAsync(3);

        var first = await TypeAsync([.. numbers.Select(number => Batch(number, basedOn: 2, sequence: 1, length: 6))]);
        var askedFirst = await AskedByTheLastChangeOfAsync(numbers[0]);
        await TypeAsync([.. numbers.Select((number, i) => Batch(number, basedOn: 3, sequence: 2, length: 7, first[i]!.Known))]);
        var askedThen = await AskedByTheLastChangeOfAsync(numbers[0]);

        (askedFirst, askedThen).ShouldBe((1, 0));
    }

    [Fact]
    public async Task One_that_is_published_or_written_elsewhere_is_left_and_the_others_are_taken()
    {
        var numbers = await DraftsAsync(3);
        var known = (await TypeAsync([.. numbers.Select(number => Batch(number, basedOn: 2, sequence: 1, length: 6))])).Select(batch => batch!.Known).ToList();
        await PublishAsync(numbers[1]);
        await app.UseCase<WriteDocument>().RunAsync(Ada, numbers[2], "Anew!!!", basedOn: 3);

        var done = await TypeAsync([.. numbers.Select((number, i) => Batch(number, basedOn: 3, sequence: 2, length: 7, known[i]))]);

        done[0]!.Outcomes.ShouldBe([new AcceptOutcome.Accepted(4, null)]);
        done[1].ShouldBeNull();
        done[2].ShouldBeNull();
        (await TextsAsync(numbers)).Select(text => text!.Text).ShouldBe(["Begun.!!", "Begun.!", "Anew!!!"]);
    }

    [Fact]
    public async Task One_that_somebody_holds_does_not_keep_the_others_waiting()
    {
        var numbers = await DraftsAsync(2);
        await using var other = app.OpenDatabase();
        await using var transaction = await other.Database.BeginTransactionAsync();
        await other.Database.ExecuteSqlAsync($"SELECT 1 FROM documents d JOIN postmortems p ON p.id = d.postmortem_id WHERE p.number = {numbers[0]} FOR UPDATE OF d");

        var done = await TypeAsync([.. numbers.Select(number => Batch(number, basedOn: 2, sequence: 1, length: 6))]);

        done[0].ShouldBeNull();
        done[1]!.Outcomes.ShouldBe([new AcceptOutcome.Accepted(3, null)]);
    }

    [Fact]
    public async Task What_is_sent_again_to_an_instance_that_remembers_nothing_is_known()
    {
        var numbers = await DraftsAsync(2);
        DocumentBatch[] sent = [.. numbers.Select(number => Batch(number, basedOn: 2, sequence: 1, length: 6))];
        await TypeAsync(sent);

        // Nothing new has to be stored, so it takes the way that asks the row itself.
        (await TypeAsync(sent)).ShouldAllBe(batch => batch == null);
        var again = await app.UseCase<AcceptChanges>().RunAsync(numbers[0], sent[0].Sent);

        again.Taken.ShouldBeEmpty();
        again.Outcomes.ShouldBe([new AcceptOutcome.Accepted(3, null)]);
        (await TextsAsync(numbers)).ShouldAllBe(text => text == new TextAtVersion(3, "Begun.!"));
    }

    private async Task<List<int>> DraftsAsync(int count)
    {
        var numbers = new List<int>();

        for (var i = 0; i < count; i++)
        {
            numbers.Add(await Window.DraftAsync(app, "Begun."));
        }

        return numbers;
    }

    /// <summary>A mark at the end.</summary>
    private DocumentBatch Batch(int number, int basedOn, int sequence, int length, OpenDocument? known = null) =>
        new(number, [new SentUpdates(Ada, basedOn, [new Update(client, sequence, ChangeSetJson.Parse(Window.Put("!", length, length)))])], known);

    private Task<IReadOnlyList<AcceptedBatch?>> TypeAsync(IReadOnlyList<DocumentBatch> batches) => app.UseCase<AcceptQuickly>().RunAsync(batches);

    private async Task<IReadOnlyList<TextAtVersion?>> TextsAsync(List<int> numbers)
    {
        var texts = new List<TextAtVersion?>();

        foreach (var number in numbers)
        {
            texts.Add(await app.UseCase<ReadText>().RunAsync(Ada, number));
        }

        return texts;
    }

    private async Task<int> AskedByTheLastChangeOfAsync(int number)
    {
        await using var db = app.OpenDatabase();
        var written = await db.Postmortems.Where(p => p.Number == number).Join(db.Documents, p => p.Id, d => d.PostmortemId, (p, d) => d.WrittenAt).SingleAsync();
        return await db.Errands.CountAsync(errand => errand.Kind == Errand.KeepVersions && errand.NotBefore == written + AcceptChanges.Pause);
    }

    private async Task PublishAsync(int number)
    {
        await using var db = app.OpenDatabase();
        var postmortem = db.Postmortems.Single(p => p.Number == number);
        postmortem.AskForReview(app.Ada.Id, DateTimeOffset.UtcNow);
        postmortem.Publish(app.Ada.Id, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
    }
}
