using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Tests;

public class ScannerTests
{
    [Theory]
    [InlineData("maxPoolSize", "max_pool_size max pool size")]
    [InlineData("max_pool_size", "max_pool_size max pool size")]
    [InlineData("max.pool.size", "max_pool_size max pool size")]
    [InlineData("TLSHandshakeError", "tls_handshake_error tl handshak error")]
    [InlineData("broker-12", "broker")]
    public void Reads_an_identifier_whole_and_in_parts(string text, string words) => Read(text).ShouldBe(words);

    [Theory]
    [InlineData("90M rows in 11:30 minutes, 99.9% of 500GB", "row in minut of")]
    [InlineData("pod 7f9c4d2a1b on v1.4.2", "pod on")]
    [InlineData("see https://wiki.example/INC-42 and ada@example.org, @grace", "see and")]
    public void Masks_what_differs_each_time(string text, string words) => Read(text).ShouldBe(words);

    [Theory]
    [InlineData("k8s", "k8s")]
    [InlineData("x509 on S3", "x509 on s3")]
    [InlineData("a burst of 503", "a burst of 503")]
    public void Keeps_numbers_that_name_something(string text, string words) => Read(text).ShouldBe(words);

    [Fact]
    public void Drops_the_grammar_after_an_apostrophe() => Read("the fleet's disk wasn’t full").ShouldBe("the fleet disk wasn full");

    [Theory]
    [InlineData("")]
    [InlineData("--- ''' ... @@ ://")]
    [InlineData("🙂 \uD800 \0")]
    public void Finds_no_word_where_there_is_none(string text) => Read(text).ShouldBe("");

    private static string Read(string text) => string.Join(' ', new Scanner().Words(text).Select(w => w.Stem));
}
