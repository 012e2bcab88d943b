using System.Net;
using Postmortems.Tests.Testing;
using Postmortems.Web;
using Postmortems.Web.Help;

namespace Postmortems.Tests.Help;

public sealed class HelpTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Every_topic_of_the_index_is_a_page_with_its_own_title()
    {
        using var eve = app.ClientFor(app.Eve);
        using var index = await eve.PageAsync(Urls.Help);
        var addresses = index.QuerySelectorAll(".help-topics a").Select(link => link.GetAttribute("href")!).ToList();

        addresses.Count.ShouldBe(HelpTopic.All.Count);
        foreach (var (address, topic) in addresses.Zip(HelpTopic.All))
        {
            using var page = await eve.PageAsync(address);
            page.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldBe(topic.Title);
            page.QuerySelector(".prose")!.TextContent.Length.ShouldBeGreaterThan(400);
        }
    }

    [Fact]
    public async Task Links_between_the_pages_lead_somewhere()
    {
        using var eve = app.ClientFor(app.Eve);

        foreach (var topic in HelpTopic.All)
        {
            using var page = await eve.PageAsync(Urls.HelpAbout(topic.Key));

            foreach (var link in page.QuerySelectorAll(".prose a").Select(link => link.GetAttribute("href")!))
            {
                (await eve.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, $"{topic.Key}: {link}");
            }
        }
    }

    [Fact]
    public async Task A_topic_that_nobody_wrote_is_not_there() =>
        (await app.ClientFor(app.Eve).GetAsync(Urls.HelpAbout("no-such-topic"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
