namespace Postmortems.Formats.Tests;

public class NumberedNamesTests
{
    [Fact]
    public void Follow_the_numbers_in_them()
    {
        string[] names = ["b/PM-10.md", "b/PM-9.md", "a/2.md", "b/PM-010.md", "b/PM-", "b/PM-99999999999999999999999.md"];

        names.Order(NumberedNames.Order).ShouldBe(["a/2.md", "b/PM-", "b/PM-9.md", "b/PM-010.md", "b/PM-10.md", "b/PM-99999999999999999999999.md"]);
    }
}
