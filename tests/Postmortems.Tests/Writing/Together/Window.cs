using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;
using Postmortems.Web.Writing.Together;

namespace Postmortems.Tests.Writing.Together;

/// <summary>One window of somebody's browser that writes a document: what it sends, and what it reads.</summary>
internal sealed class Window(HttpClient browser, int number)
{
    public Guid Client { get; } = Guid.CreateVersion7();

    private Uri Address { get; } = new($"/api/postmortems/{number}/document", UriKind.Relative);

    /// <returns>The number of a new draft of Ada's with this text at version 2.</returns>
    public static async Task<int> DraftAsync(PostmortemsApp app, string text)
    {
        var ada = new Actor(app.Ada.Id, Role.Editor);
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        var number = (await app.UseCase<StartPostmortem>().RunAsync(
            ada, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]))).Key;
        await app.UseCase<WriteDocument>().RunAsync(ada, number, text, basedOn: 1);
        return number;
    }

    /// <summary>The change that puts words into a text of this length.</summary>
    public static string Put(string words, int at, int length) =>
        JsonSerializer.Serialize(new object[] { at, new object[] { 0, words }, length - at }.Where(part => part is not 0));

    public Task<HttpResponseMessage> SendAsync(int after, params (int Sequence, string Changes)[] updates) =>
        SendBodyAsync($$"""{"after":{{after}},"client":"{{Client}}","updates":[{{string.Join(',', updates.Select(update => $$"""{"sequence":{{update.Sequence}},"changes":{{update.Changes}}}"""))}}]}""");

    public Task<HttpResponseMessage> SendBodyAsync(string body, string type = "application/json") =>
        browser.PostAsync($"{Address}/changes", new StringContent(body, Encoding.UTF8, type));

    public async Task<AcceptedAnswer> SendWellAsync(int after, params (int Sequence, string Changes)[] updates)
    {
        using var answer = await SendAsync(after, updates);
        return await AnswerAsync(answer);
    }

    public static async Task<AcceptedAnswer> AnswerAsync(HttpResponseMessage answer)
    {
        ((int)answer.StatusCode).ShouldBe(200, $"{await answer.Content.ReadAsStringAsync()} {ErrorLog.LatestErrors}");
        return (await answer.Content.ReadFromJsonAsync<AcceptedAnswer>())!;
    }

    public async Task<TextAtVersion> ReadAsync(int? version = null) =>
        (await browser.GetFromJsonAsync<TextAtVersion>(version is null ? $"{Address}" : $"{Address}?version={version}"))!;

    public async Task<IReadOnlyList<ChangeRow>> ChangesAsync(int after) =>
        (await browser.GetFromJsonAsync<List<ChangeRow>>($"{Address}/changes?after={after}"))!;

    public Task<ChangeFeed> FollowAsync(int after, int? lastEvent = null) => ChangeFeed.OpenAsync(browser, $"{Address}/changes/stream?after={after}", lastEvent);
}
