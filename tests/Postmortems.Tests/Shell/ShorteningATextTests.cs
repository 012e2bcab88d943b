using Postmortems.Domain;

namespace Postmortems.Tests.Shell;

public sealed class ShorteningATextTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("Restarted gate-scan and it grew worse", 30, "Restarted gate-scan and it…")]
    [InlineData("Onewordwithoutanyspace", 10, "Onewordwi…")]
    [InlineData("abc😀def", 5, "abc…")]
    [InlineData("abc", 1, "a…")]
    public void It_ends_at_a_word_and_never_inside_a_character(string text, int longest, string shown) =>
        Shortened.To(text, longest).ShouldBe(shown);
}
