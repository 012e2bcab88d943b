using Postmortems.Domain.Accounts;
using Postmortems.Web;
using Postmortems.Web.Ops;

return await Launch.RunAsync(
    async (progress, cancel) =>
    {
        var settings = PostmortemsSettings.Read(Site.Configuration(args));
        ListenAddresses.CheckFree(settings.Address);
        await using var database = await Database.PrepareAsync(settings, progress, cancel);
        await using var site = Site.Build(args, database.ConnectionString, builder => builder.WebHost.UseUrls(settings.Address));

        progress.Say("Bringing the tables up to date…");
        await Site.MigrateAsync(site.Services, cancel);
        await site.StartAsync(cancel);
        progress.Say($"Ready at {string.Join(" and ", site.Urls)}");

        if (await site.Services.GetRequiredService<PrepareFirstRun>().RunAsync(cancel) is { } code)
        {
            progress.Say($"Nobody has an account yet. Open {site.Urls.First()} and make the first one with this code: {code}");
        }

        await site.WaitForShutdownAsync(cancel);
    },
    Console.Out,
    Console.Error);
