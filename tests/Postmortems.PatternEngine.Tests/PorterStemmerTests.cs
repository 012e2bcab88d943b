using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Tests;

public class PorterStemmerTests
{
    // The examples of Porter's article, step by step, carried through to the last step.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("troubled", "troubl")]
    [InlineData("sized", "size")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("digitizer", "digit")]
    [InlineData("operator", "oper")]
    [InlineData("decisiveness", "decis")]
    [InlineData("formality", "formal")]
    [InlineData("triplicate", "triplic")]
    [InlineData("electrical", "electr")]
    [InlineData("revival", "reviv")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("probate", "probat")]
    [InlineData("rate", "rate")]
    [InlineData("controll", "control")]
    [InlineData("roll", "roll")]
    public void Follows_the_article(string word, string stem) => PorterStemmer.Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("expired", "expires", "expiring")]
    [InlineData("connection", "connections", "connected")]
    [InlineData("throttle", "throttled", "throttling")]
    public void Lets_the_forms_of_a_word_meet(string one, string other, string third)
    {
        PorterStemmer.Stem(other).ShouldBe(PorterStemmer.Stem(one));
        PorterStemmer.Stem(third).ShouldBe(PorterStemmer.Stem(one));
    }

    [Theory]
    [InlineData("io")]
    [InlineData("k8s")]
    [InlineData("dünn")]
    public void Leaves_alone_what_is_no_english_word(string word) => PorterStemmer.Stem(word).ShouldBe(word);
}
