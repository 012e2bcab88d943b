using System.Text;
using Microsoft.Playwright;

namespace Postmortems.Tests.Writing.Together.Faults;

/// <summary>Somebody who types one letter after the other into the editor and remembers which.</summary>
internal sealed class Typist
{
    private static readonly LocatorAssertionsToHaveTextOptions Patience = new() { Timeout = 60_000 };

    private readonly StringBuilder typed = new();
    private readonly int number;
    private IPage page;
    private volatile bool isToClose;

    private Typist(IPage page, int number, string letters) => (this.page, this.number, Letters) = (page, number, letters);

    public string Letters { get; }

    public string Typed => typed.ToString();

    public static async Task<Typist> SitDownAsync(IPage page, int number, string letters)
    {
        var typist = new Typist(page, number, letters);
        await typist.OpenAsync();
        return typist;
    }

    public async Task TypeAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (isToClose)
            {
                isToClose = false;
                await ReopenAsync();
            }

            var letter = Letters[typed.Length % Letters.Length];
            await page.Keyboard.PressAsync(letter.ToString());
            typed.Append(letter);
            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>Between two letters: the words that the server does not have yet are on the device.</summary>
    public void CloseTheTab() => isToClose = true;

    public Task SettledAsync() =>
        Assertions.Expect(page.Locator("[data-co-editor-target=words]")).ToHaveTextAsync("Saved", Patience);

    /// <summary>The text that this window holds, without the names of those who stand in it.</summary>
    public Task<string> TextAsync() =>
        page.EvaluateAsync<string>("""
            [...document.querySelectorAll('.cm-content .cm-line')].map(line => {
              const words = line.cloneNode(true);
              words.querySelectorAll('[contenteditable=false]').forEach(name => name.remove());
              return words.textContent;
            }).join('\n')
            """);

    private async Task ReopenAsync()
    {
        var context = page.Context;
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await OpenAsync();
    }

    /// <summary>Tries until the page comes, as a person would.</summary>
    private async Task OpenAsync()
    {
        while (true)
        {
            try
            {
                await page.GotoAsync($"/postmortems/{number}/write", new() { Timeout = 5_000 });
                await page.Locator(".together .cm-content").FocusAsync(new() { Timeout = 5_000 });
                await page.Keyboard.PressAsync("Control+End");
                await Assertions.Expect(page.Locator(".together .cm-content")).ToBeFocusedAsync();
                return;
            }
            catch (Exception failed) when (failed is PlaywrightException or TimeoutException)
            {
                await Task.Delay(300);
            }
        }
    }
}
