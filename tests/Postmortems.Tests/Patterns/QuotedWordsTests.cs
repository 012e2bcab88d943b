using Postmortems.Domain.Patterns;

namespace Postmortems.Tests.Patterns;

public class QuotedWordsTests
{
    [Theory]
    [InlineData("**Mitigation:** see `df -h`, [the runbook](https://wiki.example/disk)\n\nand more", "Mitigation: see df -h, the runbook and more")]
    [InlineData("The tag was <none> and the host <unknown>", "The tag was <none> and the host <unknown>")]
    [InlineData("2 < 3 && a * b * c, snake_case_name, see <https://wiki.example/a>", "2 < 3 && a * b * c, snake_case_name, see https://wiki.example/a")]
    [InlineData("", "")]
    public void Leave_out_marks_and_no_word(string written, string quoted) => QuotedWords.Of(written).ShouldBe(quoted);
}
