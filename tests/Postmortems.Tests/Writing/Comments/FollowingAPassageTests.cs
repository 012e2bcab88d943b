using FsCheck;
using FsCheck.Fluent;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Comments;

/// <summary>The server brings a place to where the editor of every window brings it.</summary>
public sealed class FollowingAPassageTests(CodeMirror codeMirror) : IClassFixture<CodeMirror>
{
    [Fact]
    public void Two_thousand_histories_bring_every_place_where_the_browser_brings_it()
    {
        var dice = Gen.ArrayOf(Gen.Choose(0, 5000)).Resize(120).ToArbitrary();
        var places = 0;

        Prop.ForAll(dice, AgreesWithTheBrowser).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithStartSize(1).WithEndSize(120));

        places.ShouldBeGreaterThan(10_000);

        void AgreesWithTheBrowser(int[] thrown)
        {
            foreach (var (json, _, told) in codeMirror.Play(thrown).Rounds.SelectMany(round => round.Sent.Concat(round.Accepted)))
            {
                var changes = ChangeSetJson.Read(json);
                told.ShouldAllBe(place => changes.PlaceAfter(place[0], false) == place[1] && changes.PlaceAfter(place[0], true) == place[2]);
                places += told.Count;
            }
        }
    }

    [Theory]
    [InlineData("The pool was full.", "[4,[0,\"big \"],14]", "pool")]
    [InlineData("The pool was full.", "[[0,\"Now \"],18]", "pool")]
    [InlineData("The pool was full.", "[8,[0,\"s\"],10]", "pool")]
    [InlineData("The pool was full.", "[6,[0,\"o\"],12]", "poool")]
    [InlineData("The pool was full.", "[4,[4,\"queue\"],10]", "queue")]
    [InlineData("The pool was full.", "[6,[6],6]", "po")]
    public void Words_put_in_between_belong_to_it_and_words_beside_it_do_not(string before, string changes, string passage)
    {
        var set = ChangeSetJson.Parse(changes);

        var moved = new Passage(4, 8).After(set);

        set.Apply(before)[moved.From..moved.To].ShouldBe(passage);
    }

    [Theory]
    [InlineData("[4,[5],9]")]
    [InlineData("[[9,\"A full queue \"],9]")]
    public void Is_removed_when_its_words_are_taken_out(string changes)
    {
        var moved = new Passage(4, 8).After(ChangeSetJson.Parse(changes));

        moved.IsRemoved.ShouldBeTrue();
        moved.After(ChangeSetJson.Parse($"[4,[0,\"word\"],{ChangeSetJson.Parse(changes).LengthAfter - 4}]")).IsRemoved.ShouldBeTrue();
    }

    [Fact]
    public void A_text_that_was_sent_whole_moves_only_what_stands_in_the_lines_that_changed()
    {
        var before = "# Labels\n\nThe pool was full.\n\nThe queue grew 😀.\n\nIt ended.";
        var after = "# Labels failed\n\nA line more.\n\nThe pool was full.\n\nThe queue grew fast 😁.\n\nIt ended";

        var changes = WordChanges.ChangeBetween(before, after);
        var pool = new Passage(before.IndexOf("pool", StringComparison.Ordinal), before.IndexOf(" was", StringComparison.Ordinal)).After(changes);

        changes.Apply(before).ShouldBe(after);
        after[pool.From..pool.To].ShouldBe("pool");
    }

    [Fact]
    public void Any_text_that_was_sent_whole_becomes_the_other()
    {
        var line = Gen.Elements("", "one", "two", "😀", "😁 three", "\u0301");
        var text = Gen.ArrayOf(line).Resize(12).Select(lines => string.Join('\n', lines)).ToArbitrary();

        Prop.ForAll(text, text, (before, after) => WordChanges.ChangeBetween(before, after).Apply(before) == after).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
