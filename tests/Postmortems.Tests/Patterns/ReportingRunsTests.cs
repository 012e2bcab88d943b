using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class ReportingRunsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RecurringStory story = new(app);
    private int pool;
    private int certificate;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Two patterns, both automated.</summary>
    public async Task InitializeAsync()
    {
        await story.BeginAsync();
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var rows = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows;
        (pool, certificate) = (rows.Single(row => row.Postmortems == 3).Number, rows.Single(row => row.Postmortems == 2).Number);
        await PlanAsync(pool);
        await PlanAsync(certificate);
    }

    [Fact]
    public async Task A_token_is_made_on_the_page_shown_once_and_reports_a_run_once()
    {
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.Pattern(pool));
        using var made = await ada.SubmitAsync(page, "form:has(input[value='automation-token'])");
        using var shown = await made.PageAsync();
        var token = shown.GetElementById("shown-once")!.GetAttribute("value")!;

        using var first = await ReportAsync(token, pool, "night-1");
        using var second = await ReportAsync(token, pool, "night-1");

        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        token.ShouldStartWith(AutomationToken.Prefix);
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        (await app.UseCase<ReadFixes>().RunAsync(Ada, pool))!.Runs!.Count.ShouldBe(1);
        (await app.UseCase<ListAutomationTokens>().RunAsync(Ada, pool)).ShouldHaveSingleItem().UsedAt.ShouldNotBeNull();
        using var later = await ada.PageAsync(Urls.Pattern(pool));
        later.DocumentElement.OuterHtml.ShouldNotContain(token);
    }

    [Fact]
    public async Task It_opens_neither_another_automation_nor_anything_else()
    {
        var token = await MakeAsync(pool);

        using var other = await ReportAsync(token, certificate, "night-1");
        using var program = Program(token);
        using var archive = await program.GetAsync("/api/archive");

        other.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        archive.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_revoked_reports_no_more_and_what_it_reported_stays()
    {
        var token = await MakeAsync(pool);
        (await ReportAsync(token, pool, "night-1")).Dispose();
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.Pattern(pool));
        var id = (await app.UseCase<ListAutomationTokens>().RunAsync(Ada, pool)).Single().Id;

        using var revoked = await ada.SubmitAsync(page, $"form[action='{Urls.RevokeAutomationToken(pool, id)}']");
        using var refused = await ReportAsync(token, pool, "night-2");

        revoked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("automation-run/no-token");
        (await app.UseCase<ReadFixes>().RunAsync(Ada, pool))!.Runs!.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_token_a_session_alone_proves_no_run()
    {
        using var ada = app.ClientFor(app.Ada);
        using var stranger = app.ClientFor();

        using var bySession = await ada.PostAsJsonAsync(Urls.AutomationRuns(pool), new { runId = "a" });
        using var byNobody = await stranger.PostAsJsonAsync(Urls.AutomationRuns(pool), new { runId = "a" });

        (bySession.StatusCode, byNobody.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
    }

    [Theory]
    [InlineData("{\"runId\":", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"runId\": \"a\", \"ranAt\": \"yesterday\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("it ran", "text/plain", HttpStatusCode.BadRequest)]
    [InlineData("{\"runId\": \"a\\u0000b\"}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"runId\": \"a\", \"outcome\": \"meh\"}", "application/json", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_be_read_is_refused_with_a_sentence(string body, string type, HttpStatusCode status)
    {
        using var program = Program(await MakeAsync(pool));
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);

        using var refused = await program.PostAsync(Urls.AutomationRuns(pool), content);

        refused.StatusCode.ShouldBe(status);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("automation-run/");
    }

    [Fact]
    public async Task Only_whoever_may_edit_makes_a_token()
    {
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<MakeAutomationToken>().RunAsync(new Actor(app.Eve.Id, Role.Viewer), pool, Guid.CreateVersion7()));
        using var eve = app.ClientFor(app.Eve);
        using var page = await eve.PageAsync(Urls.Pattern(pool));
        page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private async Task<string> MakeAsync(int number) => (await app.UseCase<MakeAutomationToken>().RunAsync(Ada, number, Guid.CreateVersion7()))!;

    private HttpClient Program(string token)
    {
        var program = app.ClientFor();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    private async Task<HttpResponseMessage> ReportAsync(string token, int number, string run)
    {
        using var program = Program(token);
        return await program.PostAsJsonAsync(Urls.AutomationRuns(number), new { runId = run, ranAt = DateTimeOffset.UtcNow.AddHours(-1), outcome = "worked" });
    }

    private async Task PlanAsync(int number)
    {
        var version = (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern.Version;
        await app.UseCase<PlanAutomation>().RunAsync(Ada, number, version, new Automation("Renews by itself; a flag stops it.", "", app.Ada.Id, DateTimeOffset.UtcNow.AddDays(-2)));
    }
}
