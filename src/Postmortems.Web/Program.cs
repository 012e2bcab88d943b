using Postmortems.Domain.Accounts;
using Postmortems.Web;
using Postmortems.Web.Ops;

return await Launch.RunAsync(
    async (progress, cancel) =>
    {
        var named = DemoAtStart.WithoutSwitch(args);
        var settings = PostmortemsSettings.Read(Site.Configuration(named));
        ListenAddresses.CheckFree(settings.Address);
        await using var database = await Database.PrepareAsync(settings, progress, cancel);
        await using var site = Site.Build(named, database.ConnectionString, builder => builder.WebHost.UseUrls(settings.Address));

        progress.Say("Bringing the tables up to date…");
        await Site.MigrateAsync(site.Services, cancel);
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
