using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>The editor of one document as somebody has it before them in a browser.</summary>
internal sealed class Desk(PostmortemsApp app, IPage page, int number)
{
    public IPage Page { get; } = page;

    public int Number { get; } = number;

    public ILocator Editor => Page.Locator(".together .cm-content");

    public ILocator State => Page.Locator(".editor-bar .save-state:visible > span");

    public static async Task<Desk> StartAsync(PostmortemsApp app, Chromium chromium, string text) =>
        await OpenAsync(app, chromium, app.Ada, await Window.DraftAsync(app, text));

    public static async Task<Desk> OpenAsync(PostmortemsApp app, Chromium chromium, User person, int number)
    {
        var page = await chromium.OpenAsync(app, person);
        await page.GotoAsync($"/postmortems/{number}/write");
        var desk = new Desk(app, page, number);
        await Assertions.Expect(desk.State).ToHaveTextAsync("Saved");
        await desk.Editor.FocusAsync();
        return desk;
    }

    public Task PressAsync(params string[] keys) => keys.Aggregate(Task.CompletedTask, async (before, key) =>
    {
        await before;
        await Page.Keyboard.PressAsync(key);
    });

    public Task UseAsync(string tool) => Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = tool, Exact = true }).ClickAsync();

    public Task PasteAsync(string html, string plain) => Editor.EvaluateAsync(
        """
        (editor, [html, plain]) => {
          const clipboard = new DataTransfer();
          clipboard.setData("text/html", html);
          clipboard.setData("text/plain", plain);
          editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
        }
        """,
        new[] { html, plain });

    /// <returns>What the server has once everything typed has reached it.</returns>
    public async Task<string> StoredAsync()
    {
        await Page.WaitForFunctionAsync("() => document.querySelector('[data-standing]').dataset.standing.match(/saved|picture/)");
        return (await app.UseCase<ReadText>().RunAsync(new Actor(app.Ada.Id, Role.Editor), Number))!.Text;
    }
}
