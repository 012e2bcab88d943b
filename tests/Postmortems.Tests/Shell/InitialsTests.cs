using Postmortems.Web.Shell;

namespace Postmortems.Tests.Shell;

public class InitialsTests
{
    [Theory]
    [InlineData("Ada Okafor", "AO")]
    [InlineData("  grace  marie hopper ", "GH")]
    [InlineData("Madonna", "M")]
    [InlineData("éva Östlund", "ÉÖ")]
    [InlineData("𝒜da 𝒪kafor", "𝒜𝒪")]
    [InlineData("", "?")]
    public void Are_the_first_letters_of_the_first_and_last_word(string name, string letters) => Initials.Of(name).ShouldBe(letters);
}
