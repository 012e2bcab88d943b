using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together.Faults;

/// <summary>Three browsers type while everything beneath them is killed at random moments.</summary>
public sealed class KillsWhileWritingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Kills = 100;

    /// <summary>Every so manyth kill is the database's, and every so manyth a tab that is closed.</summary>
    private const int DatabaseEvery = 8;
    private const int TabEvery = 11;

    [Fact]
    public async Task Over_a_hundred_kills_nothing_is_lost_or_doubled_and_all_windows_come_to_one_text()
    {
        var random = new Random(20261121);
        await using var cluster = await Cluster.StartAsync();
        var number = await cluster.DraftAsync("Begun.\n");

        // Each has letters of their own, so that what one typed can be told from the rest wherever it stands.
        var typists = new List<Typist>();

        foreach (var letters in new[] { "abcdefgh", "ijklmnop", "qrstuvwx" })
        {
            typists.Add(await Typist.SitDownAsync(await chromium.OpenAsync(cluster.Address, cluster.Session()), number, letters));
        }

        using var end = new CancellationTokenSource();
        var typing = typists.ConvertAll(typist => typist.TypeAsync(end.Token));

        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(random.Next(100, 900));

            if (kill % DatabaseEvery == 0)
            {
                await cluster.KillDatabaseAsync();
            }
            else
            {
                cluster.KillInstance(random.Next(2));
            }

            if (kill % TabEvery == 0)
            {
                typists[random.Next(typists.Count)].CloseTheTab();
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(typing);

        foreach (var typist in typists)
        {
            await typist.SettledAsync();
        }

        var text = await cluster.TextAsync(number);
        var found = typists.ConvertAll(typist => new string([.. text["Begun.\n".Length..].Where(typist.Letters.Contains)]));
        var lengths = $"typed {string.Join(", ", typists.Select(typist => typist.Typed.Length))}, found {string.Join(", ", found.Select(letters => letters.Length))}";

        foreach (var (typist, letters) in typists.Zip(found))
        {
            typist.Typed.Length.ShouldBeGreaterThan(20, lengths);
            (letters == typist.Typed).ShouldBeTrue($"{lengths}: {typist.Typed} became {letters}");
            (await typist.TextAsync() == text).ShouldBeTrue($"The window of {typist.Letters} holds another text than the server.");
        }
    }
}
