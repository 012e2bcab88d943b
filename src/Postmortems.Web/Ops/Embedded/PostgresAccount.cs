using System.Diagnostics;
using System.Globalization;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Who PostgreSQL's programs run as: ourselves, or an unprivileged account when we are root, whom PostgreSQL refuses.</summary>
internal sealed class PostgresAccount
{
    private static readonly string[] Suitable = ["postgres", "nobody"];
    private static readonly string[] ToolFolders = ["/usr/bin", "/bin", "/usr/local/bin"];

    private readonly string? setpriv;
    private readonly string user = "";
    private readonly string group = "";

    private PostgresAccount()
    {
    }

    private PostgresAccount(string setpriv, string user, string group) =>
        (this.setpriv, this.user, this.group) = (setpriv, user, group);

    public bool IsAnother => setpriv is not null;

    /// <param name="folder">What PostgreSQL owned before keeps its owner.</param>
    public static async Task<PostgresAccount> ChooseAsync(string folder, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new PostgresAccount();
        }

        var tool = ToolFolders.Select(place => Path.Combine(place, "setpriv")).FirstOrDefault(File.Exists)
            ?? throw new StartupProblemException($"PostgreSQL does not run as root and the program setpriv is missing; start Postmortems as an ordinary user or set {PostmortemsSettings.ConnectionStringKey}.");

        var (user, group) = await OwnerAsync(folder, cancel) ?? Unprivileged()
            ?? throw new StartupProblemException($"PostgreSQL does not run as root and there is no account postgres or nobody; start Postmortems as an ordinary user or set {PostmortemsSettings.ConnectionStringKey}.");

        return new PostgresAccount(tool, user, group);
    }

    public Task<ProgramResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        Programs.RunAsync(Command(program, arguments), cancel);

    public ProcessStartInfo Command(string program, IEnumerable<string> arguments) => setpriv is null
        ? Programs.Command(program, arguments)
        : Programs.Command(setpriv, ["--reuid", user, "--regid", group, "--clear-groups", "--no-new-privs", "--", program, .. arguments]);

    public async Task OwnAsync(string path, CancellationToken cancel)
    {
        if (IsAnother)
        {
            var result = await Programs.RunAsync(Programs.Command("chown", [$"{user}:{group}", path]), cancel);

            if (!result.Succeeded)
            {
                throw new StartupProblemException($"{path} cannot be given to the account that runs PostgreSQL: {result.LastLine}");
            }
        }
    }

    /// <summary>Asked before anything is made, so that a refusal leaves nothing behind.</summary>
    public async Task CheckReachAsync(string directory, CancellationToken cancel)
    {
        var nearest = directory;

        while (!Directory.Exists(nearest))
        {
            nearest = Path.GetDirectoryName(nearest) ?? "/";
        }

        if (IsAnother && !(await RunAsync("test", ["-x", nearest], cancel)).Succeeded)
        {
            throw new StartupProblemException($"PostgreSQL does not run as root, and the account it runs as cannot look into {nearest}; choose another directory with {PostmortemsSettings.DataDirectoryKey}.");
        }
    }

    private static async Task<(string User, string Group)?> OwnerAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var result = await Programs.RunAsync(Programs.Command("stat", ["-c", "%u %g", folder]), cancel);
        var owner = result.Output.Trim().Split(' ');
        return result.Succeeded && owner is [not "0", _] ? (owner[0], owner[1]) : null;
    }

    private static (string User, string Group)? Unprivileged() => File.ReadLines("/etc/passwd")
        .Select(line => line.Split(':'))
        .Where(entry => entry.Length >= 4 && Suitable.Contains(entry[0]) && int.Parse(entry[2], CultureInfo.InvariantCulture) > 0)
        .OrderBy(entry => Array.IndexOf(Suitable, entry[0]))
        .Select(entry => ((string, string)?)(entry[2], entry[3]))
        .FirstOrDefault();
}
