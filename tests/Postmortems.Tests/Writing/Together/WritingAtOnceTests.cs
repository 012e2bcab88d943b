using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class WritingAtOnceTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private int number;
    private Window ada = null!;
    private Window grace = null!;

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "pool");
        ada = new Window(app.ClientFor(app.Ada), number);
        grace = new Window(app.ClientFor(app.Grace), number);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Keeps_what_both_wrote_on_one_version_the_window_first_whose_name_comes_first()
    {
        var first = await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, Window.Put("The ", 0, 8)));
        var second = await grace.SendWellAsync(2, (1, Window.Put(" full", 4, 4)), (2, Window.Put(".", 9, 9)));

        first.Version.ShouldBe(4);
        second.Version.ShouldBe(6);
        (await ada.ReadAsync()).ShouldBe(new(6, ada.Client.CompareTo(grace.Client) < 0 ? "The pool was full." : "The pool full. was"));
    }

    [Fact]
    public async Task Keeps_in_one_piece_what_each_goes_on_to_write_at_the_same_place()
    {
        // Neither has heard of the other's letters when they make the next.
        foreach (var i in Enumerable.Range(0, 4))
        {
            await ada.SendWellAsync(2, [.. Enumerable.Range(0, i + 1).Select(k => (k + 1, Window.Put("abcd"[k..(k + 1)], 4 + k, 4 + k)))]);
            await grace.SendWellAsync(2, [.. Enumerable.Range(0, i + 1).Select(k => (k + 1, Window.Put("wxyz"[k..(k + 1)], 4 + k, 4 + k)))]);
        }

        (await ada.ReadAsync()).Text.ShouldBe(ada.Client.CompareTo(grace.Client) < 0 ? "poolabcdwxyz" : "poolwxyzabcd");
    }

    [Fact]
    public async Task Makes_every_change_a_version_that_can_be_read_and_says_whose_it_is()
    {
        await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, Window.Put("The ", 0, 8)));
        await grace.SendWellAsync(2, (1, """[[4,"queue"]]"""));

        var texts = new List<string>();

        for (var version = 2; version <= 5; version++)
        {
            texts.Add((await grace.ReadAsync(version)).Text);
        }

        texts.ShouldBe(["pool", "pool was", "The pool was", "The queue was"]);
        (await ada.ChangesAsync(after: 3)).Select(change => (change.Version, change.Client, change.Sequence, change.By, change.Changes)).ShouldBe(
        [
            (4, ada.Client, 2, "Ada Okafor", """[[0,"The "],8]"""),
            (5, grace.Client, 1, "Grace Lindqvist", """[4,[4,"queue"],4]"""),
        ]);
    }

    [Fact]
    public async Task Puts_line_ends_in_and_out()
    {
        await ada.SendWellAsync(2, (1, """[4,[0,"","was full"]]"""));
        var answer = await ada.SendWellAsync(3, (2, """[4,[1],8]"""));

        (await ada.ReadAsync(3)).Text.ShouldBe("pool\nwas full");
        (await ada.ReadAsync()).ShouldBe(new(answer.Version, "poolwas full"));
    }

    [Fact]
    public async Task Takes_what_is_sent_again_once()
    {
        var change = (1, Window.Put(" was", 4, 4));
        await ada.SendWellAsync(2, change);
        await grace.SendWellAsync(2, (1, Window.Put("The ", 0, 4)));

        var again = await ada.SendWellAsync(2, change);

        again.ShouldBe(new(4, null));
        (await ada.ReadAsync()).ShouldBe(new(4, "The pool was"));
    }

    [Fact]
    public async Task Takes_only_the_rest_of_what_is_sent_again_with_more()
    {
        await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)));
        await grace.SendWellAsync(2, (1, Window.Put("The ", 0, 4)));

        await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, Window.Put(" full", 8, 8)), (3, Window.Put(".", 13, 13)));

        (await ada.ReadAsync()).ShouldBe(new(6, "The pool was full."));
    }

    [Fact]
    public async Task Takes_eight_times_the_same_at_once_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, Window.Put(" full", 8, 8)))));

        answers.ShouldAllBe(answer => answer.Version == 4 && answer.Refusal == null);
        (await ada.ReadAsync()).ShouldBe(new(4, "pool was full"));
    }

    [Fact]
    public async Task Loses_no_word_when_eight_windows_write_at_once()
    {
        var windows = Enumerable.Range(0, 8).Select(_ => new Window(app.ClientFor(app.Ada), number)).ToList();

        await Task.WhenAll(windows.Select(async (window, i) =>
        {
            for (var sequence = 1; sequence <= 5; sequence++)
            {
                var seen = await window.ReadAsync();
                await window.SendWellAsync(seen.Version, (sequence, Window.Put($"<{i}.{sequence}>", seen.Text.Length, seen.Text.Length)));
            }
        }));

        var (version, text) = await ada.ReadAsync();
        version.ShouldBe(42);
        text.Length.ShouldBe("pool".Length + 40 * "<0.1>".Length);
        windows.SelectMany((_, i) => Enumerable.Range(1, 5).Select(sequence => $"<{i}.{sequence}>")).ShouldAllBe(words => text.Contains(words));
        (await ada.ReadAsync(41)).Text.Length.ShouldBe(text.Length - 5);
    }
}
