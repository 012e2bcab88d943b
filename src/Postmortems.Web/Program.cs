using Postmortems.Domain.Accounts;
using Postmortems.Web;
using Postmortems.Web.Ops;

return await Launch.RunAsync(
    async (progress, cancel) =>
    {
        var named = DemoAtStart.WithoutSwitch(args);
        var settings = PostmortemsSettings.Read(Site.Configuration(named));
        ListenAddresses.CheckFree(settings.Address);

        // The site is built while PostgreSQL starts, and waits for it where it needs it.
        var connection = new TaskCompletionSource<string>();
        var building = Task.Run(() => Site.Build(named, () => connection.Task.GetAwaiter().GetResult(), builder => builder.WebHost.UseUrls(settings.Address)), cancel);
        await using var database = await Database.PrepareAsync(settings, progress, cancel);
        connection.SetResult(database.ConnectionString);
        await using var site = await building;

        await Tables.BringUpToDateAsync(site.Services, database.ConnectionString, progress, cancel);
        var demo = await DemoAtStart.FillAsync(args, site.Services, progress, cancel);
        await site.StartAsync(cancel);
        progress.Say($"Ready at {string.Join(" and ", site.Urls)}");

        foreach (var line in demo)
        {
            progress.Say(line);
        }

        if (await site.Services.GetRequiredService<PrepareFirstRun>().RunAsync(cancel) is { } code)
        {
            progress.Say($"Nobody has an account yet. Open {site.Urls.First()} and make the first one with this code: {code}");
        }

        await site.WaitForShutdownAsync(cancel);
    },
    Console.Out,
    Console.Error);
