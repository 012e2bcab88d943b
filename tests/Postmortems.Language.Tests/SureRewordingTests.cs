namespace Postmortems.Language.Tests;

/// <summary>A rewording is offered only where it is sure: the sentence stays whole, and the rule has nothing more to ask.</summary>
public class SureRewordingTests
{
    public static TheoryData<string, string, string> Fixtures
    {
        get
        {
            var data = new TheoryData<string, string, string>();

            foreach (var (rule, was, becomes) in Rules.Shipped.SelectMany(rule => rule.Reworded, (rule, one) => ($"{rule.Language} {rule.Id}", one.Key, one.Value)))
            {
                data.Add(rule, was, becomes);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Makes_a_whole_sentence_that_is_not_asked_about(string key, string was, string becomes)
    {
        var rule = Rules.Shipped.Single(rule => $"{rule.Language} {rule.Id}" == key);

        Reworded(rule, was).ShouldBe(becomes);
        Reworded(rule, $"- One.\n- {was} More.").ShouldBe($"- One.\n- {becomes} More.");
        Only(rule, becomes).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The operator **carelessly** merged the branch.")]
    [InlineData("The outage was human error.")]
    [InlineData("A negligent hour followed.")]
    [InlineData("Carelessly, the branch was merged.")]
    public void Is_not_offered_where_marks_would_stay_behind_or_only_the_writer_knows(string sentence) =>
        LanguageCheck.Of(sentence).ShouldAllBe(finding => finding.Rewording == null);

    private static string Reworded(Rule rule, string text)
    {
        var edit = Only(rule, text).ShouldHaveSingleItem().Rewording.ShouldNotBeNull();
        text.Substring(edit.Start, edit.Was.Length).ShouldBe(edit.Was);

        return text.Remove(edit.Start, edit.Was.Length).Insert(edit.Start, edit.Words);
    }

    private static IReadOnlyList<Finding> Only(Rule rule, string text) =>
        LanguageCheck.Of(text, new CheckSettings { Coach = true, Language = rule.Language, RulesOff = Rules.Shipped.Select(other => other.Id).Where(id => id != rule.Id).ToHashSet() });
}
