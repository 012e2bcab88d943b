using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Search;
using Postmortems.Domain.Services;
using Postmortems.Domain.Timeline;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Search;

public sealed class SearchingTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Parts this test's incidents from the others'.</summary>
    private readonly string mark = $"mark{Guid.NewGuid():n}";

    [Theory]
    [InlineData("connections pooled", true)]
    [InlineData("\"connection pool\"", true)]
    [InlineData("\"pool connection\"", false)]
    [InlineData("pool -checkout", true)]
    [InlineData("pool -labels", false)]
    [InlineData("kafka or labels", true)]
    [InlineData("kafka or lab", true)]
    [InlineData("kafka lab", false)]
    [InlineData("connection certif", true)]
    [InlineData("redis", true)]
    [InlineData("redis.timeout", true)]
    [InlineData("billing", true)]
    [InlineData("config/pool.yaml", true)]
    [InlineData("tenant", true)]
    [InlineData("the", true)]
    [InlineData("'; DROP TABLE \"incidents\" --", false)]
    [InlineData("a:* & (b | !c) <-> \\", false)]
    public async Task Words_find_as_people_expect(string words, bool isFound)
    {
        var incident = Incident("Labels failed: connection pool full", "A certificate, redis.timeout in config/pool.yaml, see https://wiki.example.org/billing for <tenant>.");
        await StoreAsync(incident);

        var found = await SearchAsync($"{mark} {words}", r => r with { IsNewestFirst = true });

        found.Rows.Any(row => row.SubjectId == incident.Id).ShouldBe(isFound);
    }

    [Fact]
    public async Task The_best_comes_first_and_says_where_the_words_are()
    {
        var inText = Incident("Something slow", "In the end the certificate of a depot had expired.");
        var inTitle = Incident("Certificate expired", "Nobody noticed.");
        await StoreAsync(inText, inTitle);

        var found = await SearchAsync($"certificate {mark}");

        found.Rows.Select(row => row.SubjectId).ShouldBe([inTitle.Id, inText.Id]);
        found.Rows[1].Text.Pieces.Where(piece => piece.IsMatch).Select(piece => piece.Text).ShouldContain("certificate");
        found.Rows[1].Text.Plain.ShouldContain("In the end the certificate of a depot had expired.");
    }

    [Fact]
    public async Task Paths_stay_whole_where_a_word_inside_matches()
    {
        await StoreAsync(Incident("Depot", "It read redis.timeout from config/pool.yaml."));

        var text = (await SearchAsync($"timeout {mark}")).Rows.Single().Text;

        text.Plain.ShouldContain("It read redis.timeout from config/pool.yaml.");
        text.Pieces.Single(piece => piece.IsMatch && piece.Text != mark).Text.ShouldBe("timeout");
    }

    [Fact]
    public async Task Filters_narrow_by_kind_severity_service_and_time()
    {
        var service = new Service($"svc-{mark}", "", "");
        var old = Incident("Old one", "", Severity.Sev1, Noon.AddYears(-1));
        var recent = Incident("New one", "", Severity.Sev3, Noon);
        await StoreAsync(service);
        recent.Affects([service.Id]);
        await StoreAsync(old, recent, new TimelineEntry(recent.Id, null, "UTC", $"Saw {mark}", 0, Ada, Noon));

        (await SearchAsync(mark, r => r with { Kind = SearchKinds.TimelineEntry })).Rows.Single().Parent!.Number.ShouldBe(recent.Number);
        (await SearchAsync(mark, r => r with { Severity = Severity.Sev1 })).Rows.Single().SubjectId.ShouldBe(old.Id);
        (await SearchAsync(mark, r => r with { ServiceId = service.Id, Kind = SearchKinds.Incident })).Rows.Single().Services.ShouldBe([service.Name]);
        (await SearchAsync(mark, r => r with { Before = Noon.AddMonths(-1) })).Rows.Single().SubjectId.ShouldBe(old.Id);
        (await SearchAsync(mark, r => r with { From = Noon.AddMonths(-1), Kind = SearchKinds.Incident })).Rows.Single().SubjectId.ShouldBe(recent.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_follow_each_other_without_gap_or_repetition(bool isNewestFirst)
    {
        await StoreAsync([.. Enumerable.Range(0, 45).Select(n => Incident($"Depot {string.Join(' ', Enumerable.Repeat("closed", n % 5))}", "", at: Noon.AddMinutes(n)))]);
        var seen = new List<FoundRow>();
        string? after = null;

        do
        {
            var page = await SearchAsync(mark, r => r with { After = after, IsNewestFirst = isNewestFirst });
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        seen.Select(row => row.SubjectId).Distinct().Count().ShouldBe(45);
        seen.Count.ShouldBe(45);

        if (isNewestFirst)
        {
            seen.Select(row => row.At).ShouldBe(seen.Select(row => row.At).OrderDescending());
        }
    }

    [Fact]
    public async Task A_number_leads_to_its_page()
    {
        var incident = Incident("Depot", "");
        await StoreAsync(incident);

        (await SearchAsync($"inc-{incident.Number}")).Jump.ShouldBe(new Reference(SearchKinds.Incident, incident.Number));
        (await SearchAsync("INC-2147483647")).Jump.ShouldBeNull();
    }

    [Fact]
    public async Task A_mistyped_word_gets_a_guess_that_finds_something()
    {
        await StoreAsync(Incident("Webhook zertifikat expired", ""));

        var found = await SearchAsync("webhok zertifkiat");

        found.Rows.ShouldBeEmpty();
        found.DidYouMean.ShouldBe("webhook zertifikat");
    }

    [Fact]
    public async Task Nothing_typed_breaks_it()
    {
        foreach (var odd in new[] { "", "   ", "\0", "\ud800", "\"", "-", "or", "or or or", "a\0b", new string('x', 5000), "' \" \\ : & | ! ( ) < > *", "𝕏 ünïcödé 日本" })
        {
            await Should.NotThrowAsync(() => SearchAsync(odd), odd);
        }
    }

    private Incident Incident(string title, string summary, Severity severity = Severity.Sev2, DateTimeOffset? at = null)
    {
        var incident = new Incident(title, severity, "UTC", Ada, at ?? Noon);
        incident.Describe(title, severity, $"{summary} {mark}");
        return incident;
    }

    private async Task StoreAsync(params object[] entities)
    {
        await using var db = database.CreateDbContext();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    private Task<SearchResults> SearchAsync(string words, Func<SearchRequest, SearchRequest>? narrow = null) =>
        new SearchEverything(database).RunAsync(new Actor(Ada, Role.Viewer), (narrow ?? (r => r))(new SearchRequest(words)));
}
