using Postmortems.Domain;
using Postmortems.Domain.Ops.Demo;

namespace Postmortems.Web.Ops;

/// <summary>The switch --demo: an empty database is filled with the story, and the console says how to sign in.</summary>
public static class DemoAtStart
{
    public const string Switch = "--demo";

    /// <summary>Settings come as pairs of a name and a value; the switch has none and would take the next name for it.</summary>
    public static string[] WithoutSwitch(string[] args) => [.. args.Where(arg => arg != Switch)];

    /// <returns>What to print under the address.</returns>
    /// <exception cref="StartupProblemException">The database is somebody's own.</exception>
    public static async Task<IReadOnlyList<string>> FillAsync(string[] args, IServiceProvider services, Progress progress, CancellationToken cancel = default)
    {
        if (!args.Contains(Switch))
        {
            return [];
        }

        progress.Say("Telling the demo story…");

        try
        {
            return await services.GetRequiredService<BeginDemo>().RunAsync(cancel) is { } password
                ?
                [
                    "",
                    "    Sign in to the demo with",
                    $"      e-mail    {BeginDemo.Email}",
                    $"      password  {password}",
                    "    It is shown this once; change it under your account.",
                    "",
                ]
                : ["The demo story is here already; sign in as before."];
        }
        catch (RuleBrokenException refusal)
        {
            throw new StartupProblemException($"{refusal.Message} Start without {Switch}, or set {PostmortemsSettings.DataDirectoryKey} to a new directory.", refusal);
        }
    }
}
