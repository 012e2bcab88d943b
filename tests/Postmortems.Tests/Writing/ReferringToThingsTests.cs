using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Search;
using Postmortems.Domain.Writing.References;
using Postmortems.Tests.Testing;
using Postmortems.Web.Writing;

namespace Postmortems.Tests.Writing;

public sealed class ReferringToThingsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private static readonly KnownReferences Known = new(
        new Dictionary<Reference, string> { [new(SearchKinds.Incident, 5)] = "Labels <failed>", [new(SearchKinds.Pattern, 2)] = "Pools run dry" },
        new HashSet<string> { "Ada Lovelace", "Jean-Luc d’Arc", "Kim", "J. R. Moe Jr." });

    [Theory]
    [InlineData("See INC-5, (PAT-2) and INC-5.", "INC-5>/incidents/5", "PAT-2>/patterns/2", "INC-5>/incidents/5")]
    [InlineData("**INC-5** in *words* and | tables", "INC-5>/incidents/5")]
    [InlineData("| a |\n| - |\n| INC-5 |", "INC-5>/incidents/5")]
    [InlineData("## About INC-5", "INC-5>/incidents/5")]
    [InlineData("INC-6, PM-5, INC-55, XINC-5, INC-5b, CVE-INC-5, a/INC-5, inc-5")]
    [InlineData("`INC-5` and [the INC-5 page](https://example.org)", "the INC-5 page>https://example.org")]
    [InlineData("```\nINC-5\n```\n\n    INC-5")]
    public void Makes_links_of_what_exists_and_leaves_the_rest(string text, params string[] links)
    {
        var page = Page(text);

        page.QuerySelectorAll("a").Select(link => $"{link.TextContent}>{link.GetAttribute("href")}").ShouldBe(links);
        page.QuerySelectorAll("a.reference").Where(link => link.TextContent == "INC-5").ShouldAllBe(link => link.GetAttribute("title") == "Labels <failed>");
    }

    [Theory]
    [InlineData("Ask @Ada Lovelace about it", "@Ada Lovelace")]
    [InlineData("@Ada Lovelace, @Kim. (@Kim) @Kim’s", "@Ada Lovelace", "@Kim", "@Kim", "@Kim")]
    [InlineData("@Jean-Luc d’Arc's pool; @J. R. Moe Jr.", "@Jean-Luc d’Arc", "@J. R. Moe Jr.")]
    [InlineData("ada@Kim, x@Ada Lovelace.org, @@Kim, `@Kim`, @Nobody Here, [@Kim](https://example.org)")]
    public void Marks_people_by_their_whole_name(string text, params string[] people) =>
        Page(text).QuerySelectorAll(".mention").Select(mention => mention.TextContent).ShouldBe(people);

    [Fact]
    public void Changes_no_letter_of_the_text()
    {
        const string Text = "@Ada Lovelace saw INC-5 & PAT-2 at once: @Kim.";

        Page(Text).Body!.TextContent.Trim().ShouldBe(Text);
    }

    [Fact]
    public async Task Asks_once_and_shows_nothing_that_was_deleted()
    {
        var kept = Told.Incident(app.Ada, "Labels failed");
        var gone = Told.Incident(app.Ada, "Nobody may see this");
        gone.Delete(app.Ada.Id, Told.Began);
        await app.StoreAsync(kept, gone);
        app.Commands.Forget();

        var known = await app.UseCase<ReadReferences>().RunAsync(new Actor(app.Eve.Id, Role.Viewer), $"INC-{kept.Number} INC-{gone.Number} PM-999 ACT-9 PAT-1 @Ada Okafor @Nobody");

        known.Titles.ShouldBe(new Dictionary<Reference, string> { [new(SearchKinds.Incident, kept.Number)] = "Labels failed" });
        known.People.ShouldBe(["Ada Okafor"]);
        app.Commands.SeenInTest.Count(command => command.Contains("display_name")).ShouldBe(1);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Page(string text) => new HtmlParser().ParseDocument(string.Concat(RenderedMarkdown.Of(text, references: Known).Select(part => part.Html)));
}
