using Postmortems.Web;
using Postmortems.Web.Shell;

namespace Postmortems.Tests.Shell;

public class KeepingARedirectAtHomeTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/postmortems/88?tab=causes#trigger")]
    public void Goes_where_it_was_asked_within_the_product(string asked) => Local.Path(asked).ShouldBe(asked);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public void Goes_home_when_asked_to_leave(string? asked) => Local.Path(asked).ShouldBe(Urls.Home);
}
