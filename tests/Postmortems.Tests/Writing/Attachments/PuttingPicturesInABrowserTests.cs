using Microsoft.Playwright;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Attachments;

public sealed class PuttingPicturesInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_pasted_picture_stands_in_the_text_and_in_the_preview()
    {
        var desk = await Desk.StartAsync(app, chromium, "Before. After.");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, desk.Number);
        await desk.PressAsync("Control+Home", "Control+ArrowRight", "ArrowRight");

        await PutAsync(desk, "paste", PictureBytes.Png(), "queue [1].png", "image/png");

        await Assertions.Expect(grace.Editor).ToContainTextAsync("Before.![queue  1](/attachments/");
        (await desk.StoredAsync()).ShouldMatch(@"^Before\.!\[queue  1\]\(/attachments/[0-9a-f-]{36}#1x1\) After\.$");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await desk.Page.WaitForFunctionAsync("() => document.querySelector('.preview img[alt=\"queue  1\"][width=\"1\"]')?.naturalWidth === 1");
    }

    [Fact]
    public async Task While_it_is_on_its_way_its_place_stays_where_it_belongs()
    {
        var desk = await Desk.StartAsync(app, chromium, "One.\nTwo.");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, desk.Number);
        var gate = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/attachments/**", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });

        await PutAsync(desk, "drop", PictureBytes.Gif, "pool.gif", "image/gif");
        await Assertions.Expect(desk.Page.Locator(".coming")).ToHaveTextAsync("Adding pool.gif…");
        await Assertions.Expect(desk.State).ToHaveTextAsync("Words saved. 1 picture is not stored yet.");
        await grace.PressAsync("Control+Home");
        await grace.Page.Keyboard.TypeAsync("Zero. ");
        await Assertions.Expect(desk.Editor).ToContainTextAsync("Zero.");
        (await desk.StoredAsync()).ShouldBe("Zero. One.\nTwo.");
        gate.SetResult();

        await Assertions.Expect(grace.Editor).ToContainTextAsync("![pool]");
        (await desk.StoredAsync()).ShouldMatch(@"^Zero\. One\.\n!\[pool\]\(/attachments/[0-9a-f-]{36}#3x2\)Two\.$");
        await Assertions.Expect(desk.Page.Locator(".coming")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.State).ToHaveTextAsync("Saved");
        await desk.PressAsync("Control+z");
        (await desk.StoredAsync()).ShouldBe("Zero. One.\nTwo.");
    }

    [Fact]
    public async Task What_cannot_be_sent_waits_and_is_sent_again()
    {
        var desk = await Desk.StartAsync(app, chromium, "");
        var fails = true;
        await desk.Page.RouteAsync("**/attachments/**", route => fails ? route.AbortAsync() : route.ContinueAsync());

        await PutAsync(desk, "paste", PictureBytes.Png("waits"), "queue.png", "image/png");
        await Assertions.Expect(desk.Page.Locator(".coming")).ToContainTextAsync("queue.png has not reached the server. It waits here");
        fails = false;
        await desk.Page.Locator(".coming").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(desk.Editor).ToContainTextAsync("![queue](/attachments/");
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_and_can_be_left_out()
    {
        var desk = await Desk.StartAsync(app, chromium, "One.");

        await PutAsync(desk, "paste", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "logo.svg", "image/svg+xml");
        await Assertions.Expect(desk.Page.Locator(".coming")).ToContainTextAsync("logo.svg was refused: This is no whole PNG, JPEG, GIF, WebP or AVIF picture");
        await desk.Page.Locator(".coming").GetByRole(AriaRole.Button, new() { Name = "Leave it out" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".coming")).ToHaveCountAsync(0);
        await PutAsync(desk, "drop", "PK"u8.ToArray(), "logs.zip", "application/zip");

        await Assertions.Expect(desk.Page.Locator(".writing-said")).ToContainTextAsync("Only pictures can be put into the text");
        (await desk.StoredAsync()).ShouldBe("One.");
    }

    [Fact]
    public async Task A_button_lets_people_choose_a_file_and_the_list_shows_it()
    {
        var desk = await Desk.StartAsync(app, chromium, "");
        var chooser = await WatchForChooserAsync(desk);
        await desk.UseAsync("Picture");
        await (await chooser).SetFilesAsync(new FilePayload { Name = "chosen.png", MimeType = "image/png", Buffer = PictureBytes.Png("chosen") });
        await Assertions.Expect(desk.Editor).ToContainTextAsync("![chosen](/attachments/");

        await desk.Page.GotoAsync($"/postmortems/{desk.Number}/attachments");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "chosen.png" })).ToBeVisibleAsync();

        (await Barriers.OnAsync(desk.Page, Barriers.TwoViews)).ShouldBeEmpty();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Delete chosen.png" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Restore chosen.png" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "chosen.png" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_slash_menu_lets_people_choose_a_file()
    {
        var desk = await Desk.StartAsync(app, chromium, "");

        var chooser = await WatchForChooserAsync(desk);
        await desk.Page.Keyboard.TypeAsync("/pic");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["Picturefrom this device"]);
        // The editor takes no Enter for a choice right after its menu came up, in case it was meant for the text.
        await desk.Page.WaitForTimeoutAsync(200);
        await desk.PressAsync("Enter");
        await (await chooser).SetFilesAsync(new FilePayload { Name = "chosen.png", MimeType = "image/png", Buffer = PictureBytes.Png("by menu") });

        await Assertions.Expect(desk.Editor).ToContainTextAsync("![chosen](/attachments/");
        (await desk.StoredAsync()).ShouldMatch(@"^!\[chosen\]\(/attachments/[0-9a-f-]{36}#1x1\)$");
    }

    [Fact]
    public async Task Pictures_inside_pasted_text_come_along_with_their_bytes_or_are_told()
    {
        var desk = await Desk.StartAsync(app, chromium, "Before.\n\n");
        await desk.PressAsync("Control+End");
        var (png, gif) = (Convert.ToBase64String(PictureBytes.Png("inside")), Convert.ToBase64String(PictureBytes.Gif));

        await desk.PasteAsync(
            $"""<p>The queue <img alt="queue" src="data:image/png;base64,{png}"> grew.</p><p><img alt="pool" src="data:image/gif;base64,{gif}"></p><p>Seen in <img src="file:///C:/Users/ada/clip_image001.png"></p>""",
            "The queue grew.");

        await Assertions.Expect(desk.Page.Locator(".writing-said")).ToContainTextAsync("1 picture stays behind");
        await Assertions.Expect(desk.Editor).ToContainTextAsync("![pool]");
        await Assertions.Expect(desk.Editor).ToContainTextAsync("![queue]");
        (await desk.StoredAsync()).ShouldMatch(@"^Before\.\n\nThe queue !\[queue\]\(/attachments/[0-9a-f-]{36}#1x1\) grew\.\n\n!\[pool\]\(/attachments/[0-9a-f-]{36}#3x2\)\n\nSeen in \(picture: clip_image001\.png\)$");
    }

    /// <summary>A chooser that opens before the browser knows that it is watched is closed without a choice, and the browser tells nobody when it knows.</summary>
    /// <returns>The chooser once it opens. The task inside is what is waited for, so it is not awaited here.</returns>
    private static async Task<Task<IFileChooser>> WatchForChooserAsync(Desk desk)
    {
        var chooser = desk.Page.WaitForFileChooserAsync();
        await desk.Page.WaitForTimeoutAsync(500);
        return chooser;
    }

    private static async Task PutAsync(Desk desk, string how, byte[] bytes, string name, string type) => await desk.Editor.EvaluateAsync(
        """
        (editor, [how, bytes, name, type]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
          const box = [...editor.querySelectorAll(".cm-line")].at(-1).getBoundingClientRect();
          editor.dispatchEvent(how === "paste"
            ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, clientX: box.left + 1, clientY: box.top + 5 }));
        }
        """,
        new[] { how, Convert.ToBase64String(bytes), name, type });
}
