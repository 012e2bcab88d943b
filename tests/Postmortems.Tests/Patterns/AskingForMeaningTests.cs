using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Patterns;

/// <summary>A team runs a model of its own. Three causes are about birds and share no word.</summary>
public sealed class AskingForMeaningTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Birds = ["A pigeon nested in the cooling duct", "Gulls: a gull sat upon our antenna", "Some bird chewed through fibre"];

    private EmbeddingsServer server = null!;

    public async Task InitializeAsync()
    {
        server = await EmbeddingsServer.StartAsync();
        await using var db = database.CreateDbContext();
        await db.PatternSuggestions.ExecuteDeleteAsync();
        await db.PatternLedger.ExecuteDeleteAsync();
        await db.PatternMembers.ExecuteDeleteAsync();
        await db.Patterns.ExecuteDeleteAsync();
        await db.Causes.ExecuteDeleteAsync();
        await db.StatementVectors.ExecuteDeleteAsync();
        await db.Errands.ExecuteDeleteAsync();
        await WriteAsync([.. RecurringStory.Others, .. Birds]);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Brings_together_what_shares_no_word_and_says_so()
    {
        using var endpoint = Endpoint(key: "secret");

        (await PatternsAsync(endpoint)).ShouldBeEmpty();
        await Asking(endpoint).RunAsync();
        var pattern = (await PatternsAsync(endpoint)).ShouldHaveSingleItem();

        pattern.PostmortemCount.ShouldBe(3);
        await using var db = database.CreateDbContext();
        (await db.PatternMembers.Where(member => member.PatternId == pattern.Id).ToListAsync()).ShouldAllBe(member => member.SharedTerms.Contains("meaning, as field-words reads it"));
        server.Keys.ShouldAllBe(key => key == "Bearer secret");
    }

    [Fact]
    public async Task Asks_nothing_twice()
    {
        using var endpoint = Endpoint();

        await PatternsAsync(endpoint);
        (await ErrandsAsync(Errand.AskMeanings)).ShouldBe(1);
        await Asking(endpoint).RunAsync();
        await Asking(endpoint).RunAsync();

        server.Asked.ShouldBeUnique();
        server.Asked.Count.ShouldBe(RecurringStory.Others.Length + Birds.Length);
        (await ErrandsAsync(Errand.RecomputePatterns)).ShouldBe(1);
    }

    [Fact]
    public async Task Does_nothing_while_nobody_set_it()
    {
        using var off = new EmbeddingsEndpoint(null);

        (await PatternsAsync(off)).ShouldBeEmpty();
        await Asking(off).RunAsync();

        server.Asked.ShouldBeEmpty();
        (await ErrandsAsync(Errand.AskMeanings)).ShouldBe(0);
    }

    public static TheoryData<string, int, string, string> Faults => new()
    {
        { "refused", 401, """{"error":"no such key"}""", "refused with 401" },
        { "broken", 200, "<html>a proxy</html>", "not a list of embeddings" },
        { "short", 200, """{"data":[]}""", "answered 0 embeddings for 14 texts" },
        { "uneven", 200, $$"""{"data":[{{string.Join(',', Enumerable.Range(0, 14).Select(n => $"{{\"index\":{n},\"embedding\":[{(n == 3 ? "1" : "1,2")}]}}"))}}]}""", "cannot be compared" },
        { "unwell", 500, "out of memory", "refused with 500" },
        { "silent", 0, "", "did not answer within 0.5 seconds" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Goes_on_without_it_and_says_why(string what, int status, string body, string said)
    {
        what.ShouldNotBeEmpty();
        server.Instead = async (_, response) =>
        {
            if (status == 0)
            {
                await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            else
            {
                response.StatusCode = status;
                response.ContentType = "application/json";
                await response.WriteAsync(body);
            }

            return true;
        };
        await WriteAsync(RecurringStory.Pool);
        using var endpoint = new EmbeddingsEndpoint(server.Address, "field-words", patience: TimeSpan.FromMilliseconds(500));

        var problem = await Should.ThrowAsync<NoMeaningException>(() => Asking(endpoint).RunAsync());

        problem.Message.ShouldContain(said);
        problem.Message.ShouldContain("Of 14 texts nothing is known from outside yet; they are grouped by their words alone.");
        (await PatternsAsync(endpoint)).ShouldHaveSingleItem().PostmortemCount.ShouldBe(3);
    }

    [Fact]
    public async Task One_text_that_is_refused_keeps_no_other_from_being_asked()
    {
        server.Instead = async (texts, response) =>
        {
            response.StatusCode = texts.Contains(Birds[1]) ? StatusCodes.Status400BadRequest : response.StatusCode;
            await Task.CompletedTask;
            return texts.Contains(Birds[1]);
        };
        using var endpoint = Endpoint();

        await Asking(endpoint).RunAsync();
        server.Asked.Clear();
        await Asking(endpoint).RunAsync();

        server.Asked.ShouldBeEmpty();
        (await PatternsAsync(endpoint)).ShouldHaveSingleItem().PostmortemCount.ShouldBe(2);
    }

    [Fact]
    public async Task Another_length_than_before_is_not_compared()
    {
        using var endpoint = Endpoint();
        await Asking(endpoint).RunAsync();
        await WriteAsync(["A bird again"]);
        server.Numbers = 8;

        (await Should.ThrowAsync<NoMeaningException>(() => Asking(endpoint).RunAsync())).Message.ShouldContain("8 numbers where field-words gave 128 before");
    }

    [Fact]
    public async Task The_page_of_patterns_says_to_whom_texts_go_and_what_went_wrong()
    {
        server.Instead = (_, response) => Task.FromResult((response.StatusCode = 403) > 0);
        var app = new PostmortemsApp { Settings = [$"--Postmortems:Embeddings={server.Address}", "--Postmortems:EmbeddingsModel=field-words"] };
        await app.InitializeAsync();

        try
        {
            await new RecurringStory(app).BeginAsync();
            await app.UseCase<RecomputePatterns>().RunAsync();
            using var client = app.ClientFor(app.Eve);
            string page;

            do
            {
                page = await client.GetStringAsync("/patterns");
            }
            while (!page.Contains("refused with 403", StringComparison.Ordinal));

            page.ShouldContain($"are sent to {server.Address.GetLeftPart(UriPartial.Authority)}");
            page.ShouldContain("field-words");
            page.ShouldContain("It is asked again by itself.");
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>Each in a postmortem of its own.</summary>
    private async Task WriteAsync(IEnumerable<string> causes)
    {
        await using var db = database.CreateDbContext();
        var ada = await db.Users.FirstOrDefaultAsync() ?? db.Users.Add(new User("ada@example.org", "Ada Okafor", Role.Editor, Noon)).Entity;

        foreach (var text in causes)
        {
            var incident = new Incident("Checkout answered slowly", Severity.Sev2, "Europe/Berlin", ada.Id, Noon);
            var postmortem = new Postmortem("Checkout answered slowly", "plain", ada.Id, [incident.Id], Noon);
            db.AddRange(incident, postmortem, new Cause(postmortem.Id, text, CauseRole.MadePossible, 0, ada.Id, Noon));
        }

        await db.SaveChangesAsync();
    }

    private EmbeddingsEndpoint Endpoint(string key = "") => new(server.Address, "field-words", key);

    private AskMeanings Asking(EmbeddingsEndpoint endpoint) => new(database, endpoint, TimeProvider.System);

    private async Task<List<Pattern>> PatternsAsync(EmbeddingsEndpoint endpoint)
    {
        await new RecomputePatterns(database, endpoint, TimeProvider.System).RunAsync();
        await using var db = database.CreateDbContext();
        return await db.Patterns.Where(pattern => pattern.FadedAt == null).ToListAsync();
    }

    private async Task<int> ErrandsAsync(string kind)
    {
        await using var db = database.CreateDbContext();
        return await db.Errands.CountAsync(errand => errand.Kind == kind);
    }
}
