using System.Text.Json;
using Postmortems.Domain;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Tests.Writing.Together;

public sealed class ReadingAChangeTests
{
    [Theory]
    [InlineData("""{"keep":3}""")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[6000001]")]
    [InlineData("[3000000,3000000,1]")]
    [InlineData("[[]]")]
    [InlineData("""[["a"]]""")]
    [InlineData("[[0,7]]")]
    [InlineData("""[[0,"one\ntwo"]]""")]
    [InlineData("""[[0,"one\rtwo"]]""")]
    [InlineData("""[[0,"\ud83d"]]""")]
    [InlineData("[null]")]
    public void What_is_no_change_is_refused_in_words(string json)
    {
        using var told = JsonDocument.Parse(json);

        Should.Throw<RuleBrokenException>(() => ChangeSetJson.Read(told.RootElement)).Code.ShouldBe("document/no-change");
    }

    [Fact]
    public void A_change_for_another_text_is_not_applied()
    {
        using var told = JsonDocument.Parse("""[5,[0,"!"]]""");

        Should.Throw<ArgumentException>(() => ChangeSetJson.Read(told.RootElement).Apply("four"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("same", "same")]
    [InlineData("one two three", "one 2 three")]
    [InlineData("aa", "aaa")]
    [InlineData("😀", "😁")]
    [InlineData("😀x", "😀")]
    [InlineData("𝒳𝒴", "𝒴")]
    public void Between_two_texts_lies_a_change_that_cuts_no_character(string before, string after)
    {
        var changes = WordChanges.ChangeBetween(before, after);

        changes.Apply(before).ShouldBe(after);
        changes.Stretches.ShouldAllBe(stretch => stretch.Insert == null || !stretch.Insert.Any(char.IsSurrogate) || char.IsHighSurrogate(stretch.Insert[0]));
    }
}
