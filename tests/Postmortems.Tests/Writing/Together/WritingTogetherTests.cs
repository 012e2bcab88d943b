using System.Buffers;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Tests.Writing.Together;

/// <summary>What the server makes of changes is what CodeMirror makes of them in every window.</summary>
public sealed class WritingTogetherTests(CodeMirror codeMirror) : IClassFixture<CodeMirror>
{
    private static readonly IEqualityComparer<JsonElement> Same = EqualityComparer<JsonElement>.Create(JsonElement.DeepEquals);
    private static readonly Guid Ada = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Grace = Guid.Parse("00000000-0000-7000-8000-000000000002");

    [Fact]
    public void Ten_thousand_histories_come_to_the_texts_that_the_browser_comes_to()
    {
        var dice = Gen.ArrayOf(Gen.Choose(0, 5000)).Resize(120).ToArbitrary();

        Prop.ForAll(dice, AgreesWithTheBrowser).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithStartSize(1).WithEndSize(120));
    }

    private void AgreesWithTheBrowser(int[] dice)
    {
        var history = codeMirror.Play(dice);
        DocumentText.Accept(history.Raw).ShouldBe(history.Begun);
        var text = history.Begun;

        foreach (var round in history.Rounds)
        {
            var sent = UpdatesOf(round.IsFirst ? Ada : Grace, round.Sent, text);
            var accepted = UpdatesOf(round.IsFirst ? Grace : Ada, round.Accepted, text);

            var rebased = Rebase.Over(sent, accepted);

            rebased.Select(update => Json(update.Changes)).SequenceEqual(round.Rebased, Same).ShouldBeTrue();
            text = rebased.Aggregate(round.Accepted.Count == 0 ? text : round.Accepted[^1].Text, (before, update) => update.Changes.Apply(before));
            text.ShouldBe(round.Text);
        }
    }

    private static List<Update> UpdatesOf(Guid client, IReadOnlyList<ChangedText> told, string text)
    {
        var updates = new List<Update>();
        var begun = text;
        var buffer = new DocumentBuffer(text);

        foreach (var (json, textAfter, _) in told)
        {
            var changes = ChangeSetJson.Read(json);
            JsonElement.DeepEquals(Json(changes), json).ShouldBeTrue();
            changes.Length.ShouldBe(text.Length);
            changes.LengthAfter.ShouldBe(textAfter.Length);
            text = changes.Apply(text);
            text.ShouldBe(textAfter);
            buffer.Take(changes);
            buffer.ToString().ShouldBe(textAfter);
            updates.Add(new Update(client, updates.Count + 1, changes));
        }

        buffer.Undo();
        buffer.ToString().ShouldBe(begun);
        return updates;
    }

    private static JsonElement Json(ChangeSet changes)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(buffer))
        {
            ChangeSetJson.Write(json, changes);
        }

        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }
}
