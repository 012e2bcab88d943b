namespace Postmortems.Language.Tests;

/// <summary>Sentences as people write them, in families: some that hide how it happened, some that look alike and tell it.</summary>
public class SentenceTests
{
    public static TheoryData<string> AskingSentences => Read("asking.txt");

    public static TheoryData<string> SilentSentences => Read("silent.txt");

    [Theory]
    [MemberData(nameof(AskingSentences))]
    public void Is_asked_about(string sentence) => LanguageCheck.Of(sentence).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(SilentSentences))]
    public void Is_left_alone(string sentence) => LanguageCheck.Of(sentence).ShouldBeEmpty();

    private static TheoryData<string> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sentences", file)).Where(line => line.Length > 0 && line[0] != '#')];
}
