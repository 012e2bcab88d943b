using Postmortems.Domain;
using Postmortems.Domain.Writing;

namespace Postmortems.Tests.Writing;

public class DocumentTextTests
{
    [Fact]
    public void Has_one_kind_of_line_end() => DocumentText.Accept("a\r\nb\rc\n").ShouldBe("a\nb\nc\n");

    [Fact]
    public void Keeps_characters_of_two_halves() => DocumentText.Accept("fire 🔥\n").ShouldBe("fire 🔥\n");

    [Fact]
    public void Says_which_line_cannot_be_kept()
    {
        Refusal("one\ntwo\0").ShouldStartWith("Line 2");
        Refusal("one\n\ud83d alone").ShouldStartWith("Line 2");
        Refusal("swapped \udd25\ud83d").ShouldStartWith("Line 1");
    }

    private static string Refusal(string text) => Should.Throw<RuleBrokenException>(() => DocumentText.Accept(text)).Message;
}
