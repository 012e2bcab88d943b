namespace Postmortems.Language.Tests;

/// <summary>Every rule brings its own sentences: some in which it asks, some that look alike in which it must not.</summary>
public class RuleFixtureTests
{
    public static TheoryData<string, string> AskingSentences => Of(rule => rule.Asks);

    public static TheoryData<string, string> SilentSentences => Of(rule => rule.Silent);

    [Theory]
    [MemberData(nameof(AskingSentences))]
    public void Asks(string rule, string sentence) => Alone(rule, sentence).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(SilentSentences))]
    public void Is_silent(string rule, string sentence) => Alone(rule, sentence).ShouldBeEmpty();

    /// <summary>Tables and headings hold as much of a postmortem as paragraphs do.</summary>
    [Theory]
    [MemberData(nameof(AskingSentences))]
    public void Asks_in_every_kind_of_block(string rule, string sentence)
    {
        Alone(rule, $"# {sentence}").ShouldNotBeEmpty();
        Alone(rule, $"- one\n  - {sentence}").ShouldNotBeEmpty();
        Alone(rule, $"| when | what |\n|---|---|\n| 10:02 | {sentence} |").ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_rule_says_why_and_asks_one_question()
    {
        Rules.Shipped.Select(rule => (rule.Language, rule.Id)).ShouldBeUnique();
        Rules.Shipped.ShouldAllBe(rule => rule.Why.EndsWith('.') && rule.Question.EndsWith('?'));
        Rules.Shipped.ShouldAllBe(rule => rule.Asks.Count > 0 && rule.Silent.Count > 0);
        Rules.Shipped.ShouldAllBe(rule => rule.Sureness > 0 && rule.Sureness <= 1);
    }

    private static IReadOnlyList<Finding> Alone(string key, string text)
    {
        var rule = Rules.Shipped.Single(rule => Key(rule) == key);
        var others = Rules.Shipped.Select(other => other.Id).Where(id => id != rule.Id).ToHashSet();

        return LanguageCheck.Of(text, new CheckSettings { Coach = true, Language = rule.Language, RulesOff = others });
    }

    private static TheoryData<string, string> Of(Func<Rule, IReadOnlyList<string>> sentences)
    {
        var data = new TheoryData<string, string>();

        foreach (var rule in Rules.Shipped.Where(rule => rule.Category != "action-item"))
        {
            foreach (var sentence in sentences(rule))
            {
                data.Add(Key(rule), sentence);
            }
        }

        return data;
    }

    private static string Key(Rule rule) => $"{rule.Language} {rule.Id}";
}
