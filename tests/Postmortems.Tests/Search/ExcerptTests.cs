using Postmortems.Domain.Search;

namespace Postmortems.Tests.Search;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("Page: error rate of [checkout] above", "Page: error rate of checkout above 5 %.", "Page: error rate of [checkout] above 5 %.")]
    [InlineData("One [pool] for people", "One pool for people who buy and for the report of the month", "One [pool] for people …")]
    [InlineData("the [pool]~a [pool] again", "First the pool, then much later a pool again", "the [pool] … a [pool] again")]
    [InlineData("all of [it]", "all of it", "all of [it]")]
    [InlineData("see ⟦the [pool]⟧(https://wiki example org/pool) of {{timeline}} today", "see ⟦the pool⟧(https://wiki.example.org/pool) of {{timeline}} today", "see the [pool] of today")]
    [InlineData("before\n:::timeline kind=fix\n:::\nthe [pool] ran dry", "before\n:::timeline kind=fix\n:::\nthe pool ran dry", "before the [pool] ran dry")]
    [InlineData("before {{action-items}} [pool]⟧(https://wiki example org/p", "before {{action-items}} pool⟧(https://wiki.example.org/p", "before [pool]")]
    [InlineData("", "", "")]
    public void What_is_left_out_is_marked_unless_it_is_short(string marked, string text, string shown)
    {
        var fromDatabase = marked.Replace('[', Excerpt.Start).Replace(']', Excerpt.Stop).Replace('~', Excerpt.Cut).Replace('⟦', '[').Replace('⟧', ']');

        var pieces = Excerpt.Of(fromDatabase.Replace("//", "  ", StringComparison.Ordinal).Replace("org/p", "org p", StringComparison.Ordinal), text.Replace('⟦', '[').Replace('⟧', ']')).Pieces;

        string.Concat(pieces.Select(piece => piece.IsMatch ? $"[{piece.Text}]" : piece.Text)).ShouldBe(shown);
    }
}
